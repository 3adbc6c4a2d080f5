package dev.photofinish.misty.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.misty.Given;
import dev.photofinish.misty.TestMisty;
import dev.photofinish.misty.database.EveryEngine;
import dev.photofinish.misty.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EveryEngine
class CatalogueTest {

    private final TestDatabase database;
    private TestMisty misty;
    private Given given;

    CatalogueTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        misty = TestMisty.on(database.uri());
        given = new Given(misty);
    }

    @AfterEach
    void stop() {
        misty.close();
    }

    private static final String PRODUCT =
            "{'product_type': 'paper_cores', 'product_code': 'PC-76', 'product_description': 'Core 76 mm',"
                    + " 'price_ex_gst': 1.25, 'minimum_order_quantity': 100, 'core_dimensions': {'wall_mm': 6.5}}";

    @Test
    void aProductKeepsWhatElseDescribesIt() {
        String catalogue = "/api/clients/" + given.client() + "/catalog";
        String id = misty.as("sales-a").post(catalogue, PRODUCT).text("/data/id");

        var product = misty.as("production-a").get(catalogue + "/" + id);

        assertThat(product.text("/product_type")).isEqualTo("paper_cores");
        assertThat(product.body().at("/core_dimensions/wall_mm").asDouble()).isEqualTo(6.5);
        assertThat(misty.as("production-a").get(catalogue).text("/0/product_code"))
                .isEqualTo("PC-76");
    }

    @Test
    void fieldsThatDoNotFitAreNamed() {
        String catalogue = "/api/clients/" + given.client() + "/catalog";
        var sales = misty.as("sales-a");

        assertThat(sales.post(catalogue, PRODUCT.replace("paper_cores", "gadgets"))
                        .text("/detail/0/loc/1"))
                .isEqualTo("product_type");
        assertThat(sales.post(catalogue, PRODUCT.replace("1.25", "-1")).text("/detail/0/loc/1"))
                .isEqualTo("price_ex_gst");
        assertThat(sales.post(catalogue, PRODUCT.replace("100", "1.5")).text("/detail/0/loc/1"))
                .isEqualTo("minimum_order_quantity");
        assertThat(sales.post(catalogue, PRODUCT.replace("'core_dimensions'", "'client_id'"))
                        .text("/detail/0/loc/1"))
                .isEqualTo("client_id");
    }

    @Test
    void aProductIsReplacedUnlessSomebodyElseWasFirst() {
        String catalogue = "/api/clients/" + given.client() + "/catalog";
        var sales = misty.as("sales-a");
        String product = catalogue + "/" + sales.post(catalogue, PRODUCT).text("/data/id");
        String dearer = PRODUCT.replace("1.25", "1.5").replace("{'product_type'", "{'version': 1, 'product_type'");

        assertThat(sales.put(product, dearer).status()).isEqualTo(200);
        assertThat(sales.get(product).body().at("/price_ex_gst").asDouble()).isEqualTo(1.5);
        assertThat(sales.put(product, dearer).status()).isEqualTo(409);
    }

    @Test
    void aProductIsCopiedToAnotherClient() {
        String catalogue = "/api/clients/" + given.client() + "/catalog";
        String other = given.client();
        var sales = misty.as("sales-a");
        String product = catalogue + "/" + sales.post(catalogue, PRODUCT).text("/data/id");

        String copy = sales.post(product + "/copy-to/" + other, "").text("/data/id");

        var copied = sales.get("/api/clients/" + other + "/catalog/" + copy);
        assertThat(copied.text("/product_code")).isEqualTo("PC-76");
        assertThat(copied.text("/client_id")).isEqualTo(other);
        assertThat(sales.get(product).status()).isEqualTo(200);
        assertThat(sales.post(product + "/copy-to/nobody", "").status()).isEqualTo(404);
    }

    @Test
    void aDeletedProductIsGoneForUsersAndStaysInTheDatabase() {
        String catalogue = "/api/clients/" + given.client() + "/catalog";
        var sales = misty.as("sales-a");
        String id = sales.post(catalogue, PRODUCT).text("/data/id");

        assertThat(sales.delete(catalogue + "/" + id).status()).isEqualTo(200);
        assertThat(sales.get(catalogue + "/" + id).status()).isEqualTo(404);
        assertThat(sales.put(catalogue + "/" + id, PRODUCT).status()).isEqualTo(404);
        assertThat(sales.delete(catalogue + "/" + id).status()).isEqualTo(404);
        assertThat(sales.get(catalogue).body()).isEmpty();
        assertThat(misty.document("client_products", id).getBoolean("is_active"))
                .isFalse();
    }

    @Test
    void anUnknownClientHasNoCatalogue() {
        var sales = misty.as("sales-a");

        assertThat(sales.get("/api/clients/nobody/catalog").status()).isEqualTo(404);
        assertThat(sales.post("/api/clients/nobody/catalog", PRODUCT).status()).isEqualTo(404);
    }
}
