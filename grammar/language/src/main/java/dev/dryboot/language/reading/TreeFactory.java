package dev.dryboot.language.reading;

import dev.dryboot.language.dsl.boot.BootFactory;
import java.util.List;
import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.antlr.AntlrDatatypeRuleToken;
import org.jspecify.annotations.Nullable;

/**
 * Builds the parser's tree. Texts stay as they are written, quotes and all: the lowering decodes
 * them, since it alone can say at which character an escape is wrong.
 */
final class TreeFactory implements IAstFactory {
  @Override
  public EObject create(EClassifier classifier) {
    return BootFactory.eINSTANCE.create((EClass) classifier);
  }

  @Override
  public void set(
      EObject object,
      String feature,
      @Nullable Object value,
      @Nullable String rule,
      @Nullable INode node) {
    EStructuralFeature structural = object.eClass().getEStructuralFeature(feature);
    Object converted = converted(structural, value);
    if (converted != null) {
      object.eSet(structural, converted);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void add(
      EObject object,
      String feature,
      @Nullable Object value,
      @Nullable String rule,
      @Nullable INode node) {
    EStructuralFeature structural = object.eClass().getEStructuralFeature(feature);
    Object converted = converted(structural, value);
    if (converted != null) {
      ((List<Object>) object.eGet(structural)).add(converted);
    }
  }

  private static @Nullable Object converted(EStructuralFeature feature, @Nullable Object value) {
    if (feature.getEType() == EcorePackage.Literals.ESTRING) {
      return switch (value) {
        case null -> null;
        case Token token -> token.getText();
        case AntlrDatatypeRuleToken token -> token.getText();
        default -> value.toString();
      };
    }
    if (feature.getEType() == EcorePackage.Literals.EBOOLEAN) {
      return value != null;
    }
    return value;
  }
}
