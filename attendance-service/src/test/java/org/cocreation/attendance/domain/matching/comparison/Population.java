package org.cocreation.attendance.domain.matching.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.jspecify.annotations.Nullable;

/**
 * Invented people of the region: a few given and family names are frequent and most are not,
 * families come together, some have two family names, some have no institution, and some bear the
 * same name as somebody else.
 */
final class Population {

  static final String PROGRAMME = "comparison";

  private static final List<String> GIVEN =
      words(
          """
          María José Juan Ana Luis Carlos Marisela Inés Rosa Miguel Elena Pedro Carmen Jorge Martha
          Delroy Keisha Shanice Tyrone Latoya Winston Marlon Denise Kareem Sherlene Alrick Beverly
          John James Robert Michael William Elizabeth Patricia Jennifer Linda David Richard Thomas
          Teodoro Ignacio Francisco Guadalupe Alejandra Alejandro Gabriela Roberto Eduardo Ernesto
          Fernando Verónica Yolanda Teresa Beatriz Catalina Cristina Cecilia Rosalía Florencia
          Basilio Eusebio Sebastián Crispín Anacleto Prudencia Zenobia Petrona Emiliana Saturnino
          Elroy Lindsford Ethel Myrna Egbert Clifford Cordel Faye Gilda Hubert Iona Jalen Kendra
          Leroy Mirna Nigel Odelia Perla Quinton Rudolph Sulma Trevor Ursula Verna Wilma Xiomara
          Yvette Zelma Abner Bertha Ceferino Dominga Emory Felipa Genaro Herminia Isidro Justina
          """);
  private static final List<String> FAMILY =
      words(
          """
          Pérez López García Martínez Castillo Cal Choc Coc Tzul Ical Caal Pop Cho Ack Sho Mes Tush
          Flores Young Williams Smith Jones Gentle Usher Tillett Flowers Bevans Gillett Hyde Lamb
          Arnold Palacio Cayetano Nicholas Castro Requena Magaña Novelo Rosado Pech Canul Batz Can
          Chan Chi Cowo Cocom Dzul Ek Itza Ku May Moh Novelo Poot Puc Tun Uck Uh Witz Yam Zetina
          Avilez Bood Bradley Carrillo Estell Guerra Hulse Leslie Mis Moody Núñez Quib Rash Slusher
          Swaso Vernon Penner Reimer Dyck Friesen Thiessen Wiebe Harder Arana Bautista Cawich
          Domínguez Escalante Fuentes Galdámez Hernández Ibarra Jiménez Lizama Mejía Ochaeta Portillo
          Quiroz Ramírez Salazar Torres Urbina Vásquez Westby Ysaguirre Zúñiga Augustine Belisle
          Codd Dawson Ellis Faber Grinage Herrera Jeffords Kerr Longsworth Meighan Neal Orio Peyrefitte
          """);
  private static final List<String> ORGANISATIONS =
      List.of(
          "Ministry of Example",
          "University of Belize",
          "Belize Training and Employment Centre",
          "Toledo Growers",
          "River Watch Cayo",
          "Stann Creek Radio",
          "Open Ledger Society",
          "Corozal Reads",
          "Harbour Traders",
          "Southern College",
          "Ministry of Local Samples",
          "Coastal Fisheries Cooperative",
          "Orange Walk Youth Council",
          "National Sample Institute",
          "Women in Example Foundation",
          "Village Council of Testown",
          "Belmopan Free Library",
          "District Teachers Union",
          "Maya Language Academy",
          "Garifuna Heritage Council",
          "Cane Farmers of the North",
          "Barrier Reef Guides",
          "Statistical Office of Samples",
          "Citizens for Open Budgets",
          "Newsroom of the West");

  private Population() {}

  /** So many people, no two with the same address. */
  static List<Person> people(Random random, int size) {
    List<Person> people = new ArrayList<>();
    Set<String> addresses = new HashSet<>();
    for (int i = 0; people.size() < size; i++) {
      String name = name(random);
      String organisation =
          random.nextInt(5) == 0 ? null : ORGANISATIONS.get(skewed(random, ORGANISATIONS.size()));
      if (!people.isEmpty() && random.nextInt(100) == 0) {
        name = contact(people.get(random.nextInt(people.size()))).name();
      } else if (!people.isEmpty() && random.nextInt(12) == 0) {
        Contact relative = contact(people.get(people.size() - 1));
        name = given(random) + " " + familyOf(relative.name());
        organisation = relative.organisation();
      }
      String address = address(random, name, i);
      if (addresses.add(address)) {
        people.add(person("r%06d".formatted(people.size()), name, address, organisation));
      }
    }
    return people;
  }

  static Contact contact(Person person) {
    return java.util.Objects.requireNonNull(person.contact());
  }

  /** Somebody who never registered, and whose name nobody on the roster bears. */
  static Contact stranger(Random random, Set<String> namesTaken) {
    while (true) {
      String name = name(random);
      if (!namesTaken.contains(sorted(name))) {
        return new Contact(
            name,
            address(random, name, 900_000 + random.nextInt(90_000)),
            random.nextBoolean() ? ORGANISATIONS.get(skewed(random, ORGANISATIONS.size())) : null,
            1);
      }
    }
  }

  /** The words of a name in alphabetical order. */
  static String sorted(String name) {
    return String.join(" ", Stream.of(PersonName.fold(name).split(" ", -1)).sorted().toList());
  }

  static String familyOf(String name) {
    String[] words = name.split(" ", -1);
    return words[words.length - 1];
  }

  private static Person person(
      String id, String name, String address, @Nullable String organisation) {
    return Person.unknown(id, PROGRAMME)
        .registered(Instant.parse("2020-02-01T00:00:00Z"), "hash-" + id, List.of())
        .reachedAs(new Contact(name, address, organisation, 1));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder(given(random));
    if (random.nextInt(5) == 0) {
      name.append(' ').append(given(random));
    }
    name.append(' ').append(family(random));
    if (random.nextInt(4) == 0) {
      name.append(' ').append(family(random));
    }
    return name.toString();
  }

  private static String given(Random random) {
    return GIVEN.get(skewed(random, GIVEN.size()));
  }

  private static String family(Random random) {
    return FAMILY.get(skewed(random, FAMILY.size()));
  }

  /** The first are several times as frequent as the last. */
  private static int skewed(Random random, int size) {
    double chance = random.nextDouble();
    return (int) (size * Math.pow(chance, 1.6));
  }

  private static String address(Random random, String name, int number) {
    String mailbox = PersonName.fold(name).replace(' ', random.nextBoolean() ? '.' : '_');
    return mailbox
        + (random.nextInt(3) == 0 ? "" : number)
        + "@"
        + List.of("civic", "post", "mail", "college", "ministry").get(random.nextInt(5))
        + ".example";
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("\\s+", -1))
        .map(word -> word.strip())
        .filter(word -> !word.isEmpty())
        .filter(word -> !word.toLowerCase(Locale.ROOT).isBlank())
        .toList();
  }
}
