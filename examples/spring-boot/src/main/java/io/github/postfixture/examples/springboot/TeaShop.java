package io.github.postfixture.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shop: who orders pays, and gets a receipt by mail. */
@SpringBootApplication
public class TeaShop {

    /** Run the shop. */
    public static void main(String[] args) {
        SpringApplication.run(TeaShop.class, args);
    }
}
