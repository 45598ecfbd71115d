/** What the demo shop's customers get from their country: language, kind of names, and some towns with postal codes. */

const UK_TOWNS = [
  ["London", "SW1A 1AA"],
  ["London", "E1 6AN"],
  ["Manchester", "M1 1AE"],
  ["Birmingham", "B1 1BB"],
  ["Leeds", "LS1 4AP"],
  ["Glasgow", "G1 1XQ"],
  ["Edinburgh", "EH1 1YZ"],
  ["Bristol", "BS1 4DJ"],
  ["Cardiff", "CF10 1EP"],
  ["Belfast", "BT1 5GS"],
  ["Brighton", "BN1 1EE"],
  ["Norwich", "NR1 3QU"],
  ["York", "YO1 7HH"],
  ["Bath", "BA1 1LZ"],
]

/**
 * By the data set's name of the country. A missing `code` stands for an unknown country.
 * @type {Record<string, {code?: string, language: string, names: string, towns: [string, string][]}>}
 */
export const COUNTRIES = {
  "United Kingdom": { code: "gb", language: "en-GB", names: "english", towns: UK_TOWNS },
  Germany: {
    code: "de",
    language: "de",
    names: "german",
    towns: [
      ["Berlin", "10115"],
      ["Hamburg", "20095"],
      ["München", "80331"],
    ],
  },
  France: {
    code: "fr",
    language: "fr",
    names: "french",
    towns: [
      ["Paris", "75001"],
      ["Lyon", "69001"],
      ["Lille", "59000"],
    ],
  },
  EIRE: {
    code: "ie",
    language: "en-IE",
    names: "english",
    towns: [
      ["Dublin", "D02 AF30"],
      ["Cork", "T12 W26H"],
    ],
  },
  Spain: {
    code: "es",
    language: "es",
    names: "spanish",
    towns: [
      ["Madrid", "28001"],
      ["Barcelona", "08001"],
      ["Sevilla", "41001"],
    ],
  },
  Belgium: {
    code: "be",
    language: "nl-BE",
    names: "dutch",
    towns: [
      ["Brussel", "1000"],
      ["Gent", "9000"],
    ],
  },
  Switzerland: {
    code: "ch",
    language: "de-CH",
    names: "german",
    towns: [
      ["Zürich", "8001"],
      ["Genève", "1201"],
    ],
  },
  Portugal: {
    code: "pt",
    language: "pt",
    names: "portuguese",
    towns: [
      ["Lisboa", "1100-148"],
      ["Porto", "4000-322"],
    ],
  },
  Italy: {
    code: "it",
    language: "it",
    names: "italian",
    towns: [
      ["Roma", "00118"],
      ["Milano", "20121"],
    ],
  },
  Finland: {
    code: "fi",
    language: "fi",
    names: "nordic",
    towns: [
      ["Helsinki", "00100"],
      ["Turku", "20100"],
    ],
  },
  Norway: {
    code: "no",
    language: "nb",
    names: "nordic",
    towns: [
      ["Oslo", "0150"],
      ["Bergen", "5003"],
    ],
  },
  Austria: {
    code: "at",
    language: "de-AT",
    names: "german",
    towns: [
      ["Wien", "1010"],
      ["Graz", "8010"],
    ],
  },
  Netherlands: {
    code: "nl",
    language: "nl",
    names: "dutch",
    towns: [
      ["Amsterdam", "1012 AB"],
      ["Utrecht", "3511 AB"],
    ],
  },
  "Channel Islands": {
    code: "je",
    language: "en-GB",
    names: "english",
    towns: [["St Helier", "JE2 3AB"]],
  },
  Japan: {
    code: "jp",
    language: "ja",
    names: "japanese",
    towns: [
      ["Tokyo", "100-0001"],
      ["Osaka", "530-0001"],
    ],
  },
  Sweden: {
    code: "se",
    language: "sv",
    names: "nordic",
    towns: [
      ["Stockholm", "111 20"],
      ["Göteborg", "411 03"],
    ],
  },
  Australia: {
    code: "au",
    language: "en-AU",
    names: "english",
    towns: [
      ["Sydney", "2000"],
      ["Perth", "6000"],
    ],
  },
  Cyprus: {
    code: "cy",
    language: "el",
    names: "greek",
    towns: [
      ["Nicosia", "1010"],
      ["Limassol", "3010"],
    ],
  },
  Denmark: {
    code: "dk",
    language: "da",
    names: "nordic",
    towns: [
      ["København", "1050"],
      ["Aarhus", "8000"],
    ],
  },
  Poland: {
    code: "pl",
    language: "pl",
    names: "polish",
    towns: [
      ["Warszawa", "00-001"],
      ["Kraków", "30-001"],
    ],
  },
  Israel: { code: "il", language: "he", names: "english", towns: [["Tel Aviv", "6100000"]] },
  Greece: { code: "gr", language: "el", names: "greek", towns: [["Athens", "105 57"]] },
  Canada: {
    code: "ca",
    language: "en-CA",
    names: "english",
    towns: [
      ["Toronto", "M5H 2N2"],
      ["Vancouver", "V5K 0A1"],
    ],
  },
  USA: {
    code: "us",
    language: "en-US",
    names: "english",
    towns: [
      ["New York", "10001"],
      ["Chicago", "60601"],
    ],
  },
  "United Arab Emirates": {
    code: "ae",
    language: "en",
    names: "english",
    towns: [["Dubai", "00000"]],
  },
  Bahrain: { code: "bh", language: "ar", names: "english", towns: [["Manama", "317"]] },
  Malta: { code: "mt", language: "en-MT", names: "italian", towns: [["Valletta", "VLT 1117"]] },
  Lithuania: { code: "lt", language: "lt", names: "polish", towns: [["Vilnius", "01100"]] },
  Iceland: { code: "is", language: "is", names: "nordic", towns: [["Reykjavík", "101"]] },
  Singapore: { code: "sg", language: "en-SG", names: "english", towns: [["Singapore", "018956"]] },
  Lebanon: { code: "lb", language: "ar", names: "french", towns: [["Beirut", "1107"]] },
  "Saudi Arabia": { code: "sa", language: "ar", names: "english", towns: [["Riyadh", "11564"]] },
  "Czech Republic": { code: "cz", language: "cs", names: "polish", towns: [["Praha", "110 00"]] },
  Brazil: {
    code: "br",
    language: "pt-BR",
    names: "portuguese",
    towns: [["São Paulo", "01000-000"]],
  },
  RSA: { code: "za", language: "en-ZA", names: "english", towns: [["Cape Town", "8001"]] },
  "European Community": { language: "en", names: "english", towns: [] },
  Unspecified: { language: "en", names: "english", towns: [] },
}
