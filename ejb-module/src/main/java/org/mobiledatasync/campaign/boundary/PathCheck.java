package org.mobiledatasync.campaign.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mobiledatasync.campaign.entity.LifeStage;
import org.mobiledatasync.campaign.entity.OptInPath;
import org.mobiledatasync.campaign.entity.OptInPathType;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.platform.entity.InvalidInputException.Problem;

/** What an opt-in path needs before it can be saved; finds every problem at once. */
final class PathCheck {

    static final int NAME_LENGTH = 255;
    private static final Pattern KEYWORD = Pattern.compile("[\\p{L}\\p{N}]{2,64}");

    /** Words by which people leave or ask, in the languages of the screens; none of them can be the way in. */
    private static final Set<String> RESERVED = Set.of(
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "OOPS",
            "HELP",
            "INFO",
            "YES",
            "NO",
            "START",
            "ALTO",
            "PARAR",
            "PARE",
            "BAJA",
            "CANCELAR",
            "SALIR",
            "DETENER",
            "TERMINAR",
            "AYUDA",
            "SI",
            "SÍ");

    private final List<Problem> problems = new ArrayList<>();
    private final OptInPath path;
    private final List<OptInPath> others;

    /** @param others every other path there is */
    PathCheck(OptInPath path, List<OptInPath> others) {
        this.path = path;
        this.others = others;
    }

    /** @throws InvalidInputException with every problem */
    void check() {
        checkName();
        if (path.getType() == null) {
            problem("type", "Choose how people join: by web or by phone.");
        } else if (path.getType() == OptInPathType.PHONE) {
            checkKeyword();
        }
        checkText("welcomeMessage", "The Welcome message", path.getWelcomeMessage());
        checkText("confirmMessage", "The message that asks to confirm", path.getConfirmMessage());
        if (path.isDoubleOptIn() && isBlank(path.getConfirmMessage())) {
            problem("confirmMessage", "A double opt-in needs the message that asks people to confirm.");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private void checkName() {
        if (isBlank(path.getName())) {
            problem("name", "An opt-in path needs a name.");
        } else if (path.getName().length() > NAME_LENGTH) {
            problem("name", "A name has up to " + NAME_LENGTH + " characters.");
        } else if (others.stream()
                .filter(other -> other.getCampaignId().equals(path.getCampaignId()))
                .anyMatch(other -> other.getName().equalsIgnoreCase(path.getName()))) {
            problem("name", "The campaign has an opt-in path with this name already.");
        }
    }

    private void checkKeyword() {
        if (isBlank(path.getKeyword())) {
            problem("keyword", "People who join by phone need a keyword to text.");
        } else if (!KEYWORD.matcher(path.getKeyword()).matches()) {
            problem("keyword", "A keyword is one word of 2 to 64 letters and digits.");
        } else if (RESERVED.contains(path.getKeyword().toUpperCase(Locale.ROOT))) {
            problem("keyword", "People text this word for something else. Choose another one.");
        } else if (others.stream()
                .filter(other -> other.getStatus() != LifeStage.ENDED)
                .anyMatch(other -> path.getKeyword().equalsIgnoreCase(other.getKeyword()))) {
            problem("keyword", "Another opt-in path has this keyword.");
        }
    }

    private void checkText(String field, String what, String text) {
        if (text != null && text.length() > OptInPath.MESSAGE_LENGTH) {
            problem(
                    field,
                    what + " has up to " + OptInPath.MESSAGE_LENGTH + " characters; this one has " + text.length()
                            + ".");
        }
    }

    private void problem(String field, String message) {
        problems.add(new Problem(field, message));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
