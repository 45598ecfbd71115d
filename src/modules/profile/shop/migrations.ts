/** When Medusa ran each of some migrations; those that it did not run are left out. */
export const MIGRATIONS_RUN = `
  select name, min(executed_at) as ran_at from mikro_orm_migrations where name = any(:names::text[]) group by name
`
