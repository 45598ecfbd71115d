/** Common first and last names, by the kind a country asks for. */
const list = (text) => text.split(" ")

/** @type {Record<string, {female: string[], male: string[], last: string[]}>} */
export const NAMES = {
  english: {
    female: list(
      "Olivia Amelia Emily Sophie Charlotte Grace Jessica Lucy Hannah Chloe Megan Laura Rebecca Sarah Emma Kate Alice Helen Joanne Karen Susan Linda Margaret Janet Nicola Claire Fiona Heather Gillian Zoe"
    ),
    male: list(
      "Oliver Jack Harry George Thomas James William Daniel Joseph Samuel Matthew David Andrew Paul Mark Stephen Peter Simon Robert Richard Michael John Alan Graham Ian Stuart Neil Colin Adam Luke"
    ),
    last: list(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker White Edwards Hughes Green Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen Khan Scott Watson Parker Bennett Young Cook Richardson Shaw Bailey Bell Marshall Begum Campbell Stewart"
    ),
  },
  german: {
    female: list("Anna Lena Katharina Sabine Ursula Monika Julia Claudia Petra Birgit"),
    male: list("Lukas Felix Stefan Thomas Michael Andreas Jürgen Klaus Martin Jonas"),
    last: list(
      "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer"
    ),
  },
  french: {
    female: list("Marie Camille Léa Chloé Nathalie Isabelle Sylvie Sophie Julie Élodie"),
    male: list("Jean Pierre Michel Philippe Nicolas Julien Thomas Antoine Luc Hugo"),
    last: list(
      "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent"
    ),
  },
  spanish: {
    female: list("María Carmen Ana Isabel Laura Lucía Marta Paula Elena Pilar"),
    male: list("Antonio José Manuel Francisco Juan David Javier Carlos Daniel Pablo"),
    last: list("García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Ruiz"),
  },
  italian: {
    female: list("Giulia Francesca Chiara Sara Martina Elena Paola Laura Anna Lucia"),
    male: list("Marco Andrea Luca Matteo Giuseppe Giovanni Paolo Davide Stefano Antonio"),
    last: list("Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco"),
  },
  portuguese: {
    female: list("Maria Ana Beatriz Inês Mariana Joana Sofia Carla Rita Teresa"),
    male: list("João José António Francisco Pedro Tiago Rui Miguel Luís Nuno"),
    last: list("Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Gomes"),
  },
  dutch: {
    female: list("Sanne Lotte Emma Anouk Femke Marijke Ingrid Els Eva Saskia"),
    male: list("Daan Jan Pieter Bram Sander Thijs Wouter Koen Ruben Maarten"),
    last: list("Jansen Bakker Visser Smit Meijer Peeters Janssens Maes Jacobs Willems"),
  },
  nordic: {
    female: list("Ingrid Astrid Freja Emma Sofia Aino Kaisa Karin Maja Sigrid"),
    male: list("Lars Erik Magnus Mikael Johan Anders Henrik Oskar Mikko Juhani"),
    last: list("Hansen Johansson Andersson Nielsen Olsen Larsen Korhonen Virtanen Lindberg Berg"),
  },
  polish: {
    female: list("Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Joanna"),
    male: list("Piotr Krzysztof Andrzej Tomasz Paweł Michał Jan Marcin"),
    last: list("Nowak Kowalski Wójcik Kamiński Lewandowski Zieliński Dąbrowski Novák"),
  },
  greek: {
    female: list("Maria Eleni Katerina Sophia Anna Ioanna Georgia Despina"),
    male: list("Giorgos Dimitris Kostas Nikos Yannis Christos Panagiotis Andreas"),
    last: list("Papadopoulos Georgiou Ioannou Nikolaou Christodoulou Pappas Antoniou Constantinou"),
  },
  japanese: {
    female: list("Yuki Sakura Aoi Hina Keiko Naoko Yoko Emi"),
    male: list("Haruto Ren Takumi Kenji Hiroshi Takashi Daiki Makoto"),
    last: list("Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura"),
  },
}
