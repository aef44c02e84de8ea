package dev.dryboot.language.reading;

import dev.dryboot.language.syntax.Name;
import dev.dryboot.language.syntax.Word;
import dev.dryboot.source.SourceText;
import dev.dryboot.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Finds the places of the parser's tree in the author's text, which may differ by repairs. */
record Places(SourceText source, Repairs repairs) {

  Span span(EObject object) {
    return span(node(object));
  }

  Span span(INode node) {
    return span(node.getOffset(), node.getEndOffset());
  }

  /** The author's characters behind {@code start} to {@code end} of the text that was parsed. */
  Span span(int start, int end) {
    int from = repairs.toSource(start);
    return source.span(from, Math.max(from, repairs.toSource(end)));
  }

  static ICompositeNode node(EObject object) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
    if (node == null) {
      throw new IllegalStateException("the parser made no node for " + object.eClass().getName());
    }
    return node;
  }

  static List<INode> nodes(EObject object, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(object, feature);
  }

  static INode only(EObject object, EStructuralFeature feature) {
    List<INode> nodes = nodes(object, feature);
    if (nodes.isEmpty()) {
      throw new IllegalStateException(
          "%s has no %s".formatted(object.eClass().getName(), feature.getName()));
    }
    return nodes.getFirst();
  }

  /** The node's characters, without the blanks and comments before it. */
  static String text(INode node) {
    return NodeModelUtils.getTokenText(node);
  }

  Name name(EObject object, EStructuralFeature feature) {
    return name(only(object, feature));
  }

  List<Name> names(EObject object, EStructuralFeature feature) {
    List<Name> names = new ArrayList<>();
    for (INode node : nodes(object, feature)) {
      names.add(name(node));
    }
    return names;
  }

  Name name(INode node) {
    String text = text(node);
    boolean quoted = text.startsWith("\"") || text.startsWith("'");
    return quoted
        ? new Name(Escapes.unquoted(text), true, span(node))
        : new Name(text, text.indexOf('.') >= 0, span(node));
  }

  Word word(EObject object, EStructuralFeature feature) {
    return word(only(object, feature));
  }

  Word word(INode node) {
    return new Word(text(node), span(node));
  }
}
