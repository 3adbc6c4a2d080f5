package dev.photofinish.misty.clients;

import dev.photofinish.misty.http.InvalidField;
import dev.photofinish.misty.store.FreeForm;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Everything a user says about a client; the body of both creating and replacing. What is omitted gets its default. */
record ClientBody(
        String companyName,
        String address,
        String city,
        String state,
        String postalCode,
        String phone,
        String email,
        Optional<String> abn,
        Optional<String> country,
        Optional<String> website,
        Optional<List<FreeForm>> contacts,
        Optional<FreeForm> bankDetails,
        Optional<String> paymentTerms,
        Optional<Integer> leadTimeDays,
        Optional<String> notes,
        Optional<Long> version) {

    private static final int USUAL_LEAD_TIME_DAYS = 7;

    ClientBody {
        InvalidField.notBlank("company_name", companyName);
        leadTimeDays.ifPresent(days -> InvalidField.notNegative("lead_time_days", days));
    }

    /** All fields under their stored names, without the version. */
    Document fields() {
        return new Document("company_name", companyName)
                .append("address", address)
                .append("city", city)
                .append("state", state)
                .append("postal_code", postalCode)
                .append("phone", phone)
                .append("email", email)
                .append("abn", abn.orElse(null))
                .append("country", country.orElse("Australia"))
                .append("website", website.orElse(null))
                .append(
                        "contacts",
                        contacts.orElse(List.of()).stream()
                                .map(FreeForm::document)
                                .toList())
                .append("bank_details", bankDetails.map(FreeForm::document).orElse(null))
                .append("payment_terms", paymentTerms.orElse("Net 30 days"))
                .append("lead_time_days", leadTimeDays.orElse(USUAL_LEAD_TIME_DAYS))
                .append("notes", notes.orElse(null));
    }
}
