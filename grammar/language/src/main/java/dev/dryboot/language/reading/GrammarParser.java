package dev.dryboot.language.reading;

import dev.dryboot.language.dsl.boot.BootPackage;
import dev.dryboot.language.dsl.parser.antlr.BootAntlrTokenFileProvider;
import dev.dryboot.language.dsl.parser.antlr.BootParser;
import dev.dryboot.language.dsl.parser.antlr.internal.InternalBootLexer;
import dev.dryboot.language.dsl.services.BootGrammarAccess;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.XtextPackage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.UnorderedGroupHelper;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.BinaryGrammarResourceFactoryImpl;
import org.eclipse.xtext.service.GrammarProvider;

/**
 * The generated parser, put together by hand: an injector would cost more than the parsing of most
 * programs. An editor, which needs all of Xtext, uses the generated module instead.
 */
final class GrammarParser extends BootParser {
  private GrammarParser() {}

  /** Loads the grammar; some 50 ms in a cold process, so callers keep the parser. */
  static GrammarParser create() {
    Resource.Factory.Registry.INSTANCE
        .getExtensionToFactoryMap()
        .putIfAbsent("xtextbin", new BinaryGrammarResourceFactoryImpl());
    EPackage.Registry.INSTANCE.putIfAbsent(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
    EPackage.Registry.INSTANCE.putIfAbsent(BootPackage.eNS_URI, BootPackage.eINSTANCE);
    GrammarProvider provider =
        new GrammarProvider("dev.dryboot.language.dsl.Boot", XtextResourceSet::new);
    provider.setClassLoader(GrammarParser.class.getClassLoader());
    BootGrammarAccess access = new BootGrammarAccess(provider);
    BootAntlrTokenFileProvider tokens = new BootAntlrTokenFileProvider();
    AntlrTokenDefProvider definitions = new AntlrTokenDefProvider();
    definitions.setAntlrTokenFileProvider(tokens);
    GrammarParser parser = new GrammarParser();
    parser.setGrammarAccess(access);
    parser.setElementFactory(new TreeFactory());
    parser.setTokenDefProvider(definitions);
    parser.setLexerProvider(InternalBootLexer::new);
    parser.setSyntaxErrorProvider(new SyntaxErrorMessageProvider());
    // It walks the whole grammar and is not changed after that.
    var groups = new UnorderedGroupHelper.Collector(access);
    parser.setUnorderedGroupHelper(() -> new UnorderedGroupHelper(groups));
    return parser;
  }

  @Override
  protected NodeModelBuilder createNodeModelBuilder() {
    return new NodeModelBuilder();
  }
}
