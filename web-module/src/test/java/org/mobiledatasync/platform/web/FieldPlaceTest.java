package org.mobiledatasync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIPanel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPlaceTest {
    private final UIInput optInEvidence = input("evidence");
    private final UIInput optOutEvidence = input("evidence");
    private final UIInput street = input("street1");
    private final UIInput city = input("city");
    private final UIInput custom = input("customFields");
    private final UIInput secret = input("secret");
    private final UIForm optIn = form(optInEvidence);
    private final UIForm optOut = form(optOutEvidence, street, city, custom, hidden(secret));
    private final UIComponent view = with(new UIPanel(), optIn, optOut);

    FieldPlaceTest() {
        optOut.setSubmitted(true);
    }

    @Test
    void ofTwoInputsOfTheSameNameTheOneOfTheSentFormIsMeant() {
        assertThat(FieldPlace.find(view, "evidence")).containsSame(optOutEvidence);
    }

    @Test
    void theFieldOfAPartIsFoundByItsLastName() {
        assertThat(FieldPlace.find(view, "address.street1")).containsSame(street);
    }

    @Test
    void aCustomFieldStandsInTheInputOfAllEvenWhenItIsCalledLikeAnother() {
        assertThat(FieldPlace.find(view, "customFields.city")).containsSame(custom);
    }

    @Test
    void whatIsNotShownHasNoPlace() {
        assertThat(FieldPlace.find(view, "secret")).isEmpty();
    }

    @Test
    void whatConcernsNoFieldHasNoPlace() {
        assertThat(FieldPlace.find(view, null)).isEmpty();
        assertThat(FieldPlace.find(view, "version")).isEmpty();
    }

    @Test
    void aPageThatWasOpenedAndNotSentHasNoPlace() {
        optOut.setSubmitted(false);
        assertThat(FieldPlace.find(view, "evidence")).isEmpty();
    }

    private static UIInput input(String id) {
        UIInput input = new UIInput();
        input.setId(id);
        return input;
    }

    private static UIForm form(UIComponent... parts) {
        return with(new UIForm(), parts);
    }

    private static UIPanel hidden(UIComponent part) {
        UIPanel panel = with(new UIPanel(), part);
        panel.setRendered(false);
        return panel;
    }

    private static <C extends UIComponent> C with(C parent, UIComponent... parts) {
        parent.getChildren().addAll(List.of(parts));
        return parent;
    }
}
