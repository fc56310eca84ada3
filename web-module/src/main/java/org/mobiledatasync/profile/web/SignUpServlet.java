package org.mobiledatasync.profile.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiledatasync.platform.entity.InvalidInputException;
import org.mobiledatasync.profile.boundary.ProfileInput;
import org.mobiledatasync.profile.boundary.SignUpService;
import org.mobiledatasync.profile.entity.ProfileField;

/**
 * Takes what people send with the forms of other websites, without a login: {@code POST /profiles/join} and
 * {@code POST /profiles/opt_out}. Answers with the page that the form names, if that is on the form's own website,
 * otherwise with one of ours.
 */
@WebServlet({"/profiles/join", "/profiles/opt_out"})
public class SignUpServlet extends HttpServlet {

    private static final String PERSON = "person[";
    private static final Map<String, ProfileField> FIELDS = Map.of(
            "first_name", ProfileField.FIRST_NAME,
            "last_name", ProfileField.LAST_NAME,
            "email", ProfileField.EMAIL,
            "street1", ProfileField.STREET_1,
            "street2", ProfileField.STREET_2,
            "city", ProfileField.CITY,
            "state", ProfileField.STATE,
            "postal_code", ProfileField.POSTAL_CODE,
            "country", ProfileField.COUNTRY);

    @Inject
    private SignUpService signUp;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        boolean joining = request.getServletPath().endsWith("join");
        Map<String, String> person = person(request);
        String evidence = "Form on " + website(request).orElse("an unknown website");
        try {
            if (joining) {
                signUp.join(person.get("phone"), input(person), pathIds(request), evidence);
            } else {
                signUp.leave(person.get("phone"), evidence);
            }
        } catch (InvalidInputException e) {
            request.setAttribute("problem", e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        request.setAttribute("joining", joining);
        var next = Optional.ofNullable(request.getParameter("redirect_to"))
                .filter(address -> request.getAttribute("problem") == null)
                .filter(address ->
                        website(request).filter(site -> isOn(site, address)).isPresent());
        if (next.isPresent()) {
            response.sendRedirect(next.get());
        } else {
            request.getRequestDispatcher("/WEB-INF/profiles/signed-up.xhtml").forward(request, response);
        }
    }

    /** The website that the form is on, as the browser says. */
    private static Optional<String> website(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Origin")).filter(origin -> origin.startsWith("http"));
    }

    private static boolean isOn(String website, String address) {
        return address.equals(website) || address.startsWith(website + "/");
    }

    private static Map<String, String> person(HttpServletRequest request) {
        var person = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PERSON) && name.endsWith("]")) {
                person.put(name.substring(PERSON.length(), name.length() - 1), values[0]);
            }
        });
        return person;
    }

    private static ProfileInput input(Map<String, String> person) {
        var fields = new EnumMap<ProfileField, String>(ProfileField.class);
        FIELDS.forEach((name, field) -> {
            if (person.containsKey(name)) {
                fields.put(field, person.get(name));
            }
        });
        return new ProfileInput(fields, null);
    }

    private static List<Long> pathIds(HttpServletRequest request) {
        return Stream.of("opt_in_path", "opt_in_path[]")
                .map(request::getParameterValues)
                .filter(values -> values != null)
                .flatMap(Arrays::stream)
                .map(SignUpServlet::pathId)
                .distinct()
                .toList();
    }

    private static Long pathId(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("optInPath", "This sign-up form names no opt-in path.");
        }
    }
}
