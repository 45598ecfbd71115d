export default async function globalTeardown() {
  await globalThis.__engagePostgres?.stop()
}
