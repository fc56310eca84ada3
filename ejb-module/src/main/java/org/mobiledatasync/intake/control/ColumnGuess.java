package org.mobiledatasync.intake.control;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.intake.entity.ImportPlan;
import org.mobiledatasync.profile.entity.ProfileField;

/** Guesses from a heading, in English or Spanish, what its column is; a person confirms it. */
public final class ColumnGuess {
    /** Headings as nothing but their letters and digits; the better ones of a field first. */
    private static final Map<String, String> KNOWN = Map.of(
            ImportPlan.PHONE,
            "mobilenumber mobilephone mobilephonenumber mobile cellphone cellphonenumber cellnumber cell"
                    + " telefonocelular celular telefonomovil numerodecelular movil msisdn phonenumber phone"
                    + " telephone telefono numerodetelefono number numero",
            ProfileField.FIRST_NAME.key(),
            "firstname givenname forename nombre primernombre nombres",
            ProfileField.LAST_NAME.key(),
            "lastname surname familyname apellido apellidos",
            ProfileField.EMAIL.key(),
            "email emailaddress mail correo correoelectronico",
            ProfileField.STREET_1.key(),
            "street1 address1 addressline1 street streetaddress mailingstreet address calle direccion domicilio",
            ProfileField.STREET_2.key(),
            "street2 address2 addressline2 apartment unit departamento",
            ProfileField.CITY.key(),
            "city town mailingcity ciudad municipio",
            ProfileField.STATE.key(),
            "state province stateprovince mailingstate mailingstateprovince estado provincia",
            ProfileField.POSTAL_CODE.key(),
            "postalcode zipcode zip postcode mailingzippostalcode zippostalcode codigopostal cp",
            ProfileField.COUNTRY.key(),
            "country mailingcountry pais");

    private ColumnGuess() {}

    /** By column what it may be; no field twice. */
    public static List<String> of(List<String> headings) {
        List<String> names = headings.stream().map(ColumnGuess::plain).toList();
        List<String> fields = new ArrayList<>(Collections.nCopies(headings.size(), ImportPlan.LEFT_OUT));
        Stream.concat(
                        Stream.of(ImportPlan.PHONE),
                        Stream.of(ProfileField.values()).map(ProfileField::key))
                .forEach(field -> best(field, names)
                        .filter(column -> fields.get(column).equals(ImportPlan.LEFT_OUT))
                        .ifPresent(column -> fields.set(column, field)));
        return fields;
    }

    private static Optional<Integer> best(String field, List<String> names) {
        return Stream.concat(Stream.of(plain(field)), Stream.of(KNOWN.get(field).split(" ")))
                .map(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
