import type { Random } from "./random"

const stems = [
  "Northwind", "Bluefin", "Cobalt", "Harbor", "Lumen", "Quarry", "Redwood", "Saffron", "Tidewater", "Vertex",
  "Willow", "Zephyr", "Amber", "Birch", "Cinder", "Delta", "Ember", "Foxglove", "Granite", "Helios",
  "Indigo", "Juniper", "Kestrel", "Lattice", "Meridian", "Nimbus", "Orchard", "Pinnacle", "Quill", "Ridgeline",
  "Sable", "Tamarack", "Umber", "Vantage", "Westbrook", "Yarrow", "Alder", "Brightwater", "Caldera", "Driftwood",
  "Everline", "Fathom", "Glasswing", "Hollowell", "Ironbark", "Jade River", "Kingfisher", "Larkspur", "Marlowe", "Nettle",
] // prettier-ignore
const lines = [
  "Analytics", "Bank", "Biotech", "Capital", "Energy", "Financial", "Foods", "Freight", "Games", "Health",
  "Insurance", "Labs", "Logistics", "Media", "Mobility", "Motors", "Networks", "Payments", "Pharma", "Retail",
  "Robotics", "Semiconductor", "Software", "Systems", "Telecom", "Travel", "Utilities", "Ventures",
] // prettier-ignore
const forms = ["", "", "", "", " Inc.", " GmbH", " AG", " Ltd", " LLC", " Group", " S.A."]

/** Names that break careless code; each turns up in every book of a few hundred accounts. */
const awkwardNames = [
  "شركة النخيل للبرمجيات",
  "Rocket 🚀 & Söhne",
  "The Extraordinarily Long-Winded International Consortium for Distributed Software Engineering and Applied Research, Inc.",
  "<img src=x onerror=alert(document.domain)>",
  'O\'Malley "Quick" Foods',
  "株式会社さくらソフト",
  "  Whitespace   Works ",
  "</script><script>alert(1)</script> Ltd",
  "Null",
  "Zürich Re–Insure ½",
]

/** An invented company; `index` keeps names apart once the words repeat. */
export function companyName(random: Random, index: number): string {
  if (index % 37 === 19) {
    const awkward = awkwardNames[Math.floor(index / 37) % awkwardNames.length]
    if (awkward !== undefined)
      return Math.floor(index / 37) < awkwardNames.length ? awkward : `${awkward} ${index}`
  }
  const name = `${random.pick(stems)} ${random.pick(lines)}${random.pick(forms)}`
  return index < 400 ? name : `${name} ${toLetters(index)}`
}

function toLetters(index: number): string {
  const letter = (n: number): string => String.fromCharCode(65 + (n % 26))
  return `${letter(index)}${letter(Math.floor(index / 26))}${letter(Math.floor(index / 676))}${Math.floor(index / 17_576) || ""}`
}

const given = [
  "Amara", "Benedikt", "Chloe", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas",
  "Kavya", "Liam", "Mariam", "Nadia", "Oscar", "Petra", "Quentin", "Rosa", "Samuel", "Tove",
  "Uma", "Viktor", "Wen", "Ximena", "Yusuf", "Zoe",
] // prettier-ignore
const family = [
  "Adeyemi", "Bauer", "Chen", "Dubois", "Eriksson", "Ferrari", "Gupta", "Haddad", "Ivanov", "Jansen",
  "Kowalski", "Lopez", "Moreau", "Nakamura", "O'Brien", "Petrov", "Quispe", "Rossi", "Schmidt", "Tanaka",
  "Ueda", "Vasquez", "Weber", "Xu", "Yilmaz", "Zimmermann",
] // prettier-ignore

/** A person's name. */
export function personName(random: Random): string {
  return `${random.pick(given)} ${random.pick(family)}`
}

export const advisorNames = [
  "Maya Lindqvist", "Tom Okafor", "Sofia Marchetti", "Daniel Reyes", "Hannah Vogel", "Arjun Mehta", "Claire Fontaine", "Noah Bergström",
] // prettier-ignore
export const executiveNames = [
  "Rachel Stone", "Marcus Bell", "Julia Ferreira", "Patrick Nguyen", "Olga Sandoval", "Ethan Clarke",
] // prettier-ignore

/** `Maya Lindqvist` → `maya.lindqvist@domain`. */
export function emailOf(name: string, domain: string): string {
  const local = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .trim()
    .replace(/ +/g, ".")
  return `${local || "someone"}@${domain}`
}
