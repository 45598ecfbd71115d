// Makes the tables by which phone numbers and addresses are read, from the sources below. They change a few times a
// year: run it with fresh copies of both and commit what comes out.
//
//   node scripts/number-plan.mjs <google/libphonenumber checkout> <unpacked npm package iso-3166>
//
// Mobile operators and time zones by prefix, countries whose numbers can be moved: google/libphonenumber, resources/ (Apache License 2.0).
// Codes and names of regions: iso-3166 (MIT).
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const OUT = resolve(import.meta.dirname, "../src/modules/profile/contact/data")
const [phones, regions] = process.argv.slice(2)
if (!phones || !regions) throw new Error("Name both folders: libphonenumber, then iso-3166")

/** Lines of `prefix|value`; the rest is comment. */
function entries(text) {
  return text.split("\n").flatMap((line) => {
    const [prefix, value] = line.split("|")
    return /^\d+$/.test(prefix) && value ? [[prefix, value.trim()]] : []
  })
}

/** Prefixes by value, less those that a shorter prefix with the same value says already. */
function byValue(pairs) {
  const all = new Map(pairs)
  const needed = pairs.filter(([prefix, value]) => {
    for (let n = prefix.length - 1; n > 0; n--)
      if (all.has(prefix.slice(0, n))) return all.get(prefix.slice(0, n)) !== value
    return true
  })
  const out = {}
  for (const [prefix, value] of needed) (out[value] ??= []).push(prefix)
  return Object.fromEntries(Object.entries(out).map(([value, list]) => [value, list.join(" ")]))
}

const carrierFolder = join(phones, "resources/carrier/en")
const carrierFiles = (await readdir(carrierFolder)).filter((name) => name.endsWith(".txt")).sort()
const carriers = await Promise.all(
  carrierFiles.map((name) => readFile(join(carrierFolder, name), "utf8"))
)
await save("operators.json", byValue(carriers.flatMap(entries)))

const zones = entries(await readFile(join(phones, "resources/timezones/map_data.txt"), "utf8"))
await save("prefix-zones.json", byValue(zones))

const plan = await readFile(join(phones, "resources/PhoneNumberMetadata.xml"), "utf8")
const territories = [...plan.matchAll(/<territory\s([^>]*)>/g)].map(([, attributes]) => attributes)
await save(
  "portable.json",
  territories
    .filter((attributes) => attributes.includes('mobileNumberPortableRegion="true"'))
    .map((attributes) => attributes.match(/\bid="(\w+)"/)[1])
)

const { iso31662 } = await import(pathToFileURL(resolve(regions, "index.js")).href)
const names = {}
for (const { code, name } of iso31662) (names[code.slice(0, 2)] ??= {})[code.slice(3)] = name
await save("regions.json", names)

async function save(name, content) {
  await writeFile(join(OUT, name), JSON.stringify(content) + "\n")
}
