/**
 * The tables are there already: each suite's database is a copy of the one that global-setup.mjs has migrated. Medusa's
 * runner would look through the migrations of every module again.
 */
if (/\/integration-tests\/(http|demo)\//.test(expect.getState().testPath)) {
  const { MedusaAppLoader } = require("@medusajs/framework")
  MedusaAppLoader.prototype.runModulesMigrations = async () => {}
}
