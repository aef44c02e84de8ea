package dev.dryboot.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AgendaTest {
  private record Event(long time, long order) {}

  /** Each number says what is done: one in four takes out the first event, the others add one. */
  @Property(tries = 300)
  void gives_events_by_time_and_then_by_order(
      @ForAll @Size(max = 400) List<@IntRange(max = 99) Integer> steps) {
    Agenda<Event> agenda = new Agenda<>();
    PriorityQueue<Event> model =
        new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparing(Event::order));
    List<Event> taken = new ArrayList<>();
    List<Event> expected = new ArrayList<>();
    long order = 0;
    for (int step : steps) {
      Event first = agenda.peek();
      if (step % 4 == 0 && first != null) {
        taken.add(first);
        agenda.remove();
        expected.add(model.remove());
      } else {
        Event event = new Event(step / 4, order++);
        agenda.add(event.time(), event.order(), event);
        model.add(event);
      }
    }
    for (Event first = agenda.peek(); first != null; first = agenda.peek()) {
      taken.add(first);
      agenda.remove();
      expected.add(model.remove());
    }
    assertThat(taken).isEqualTo(expected);
    assertThat(model).isEmpty();
  }
}
