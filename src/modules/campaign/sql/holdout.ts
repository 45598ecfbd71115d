import { bucket } from "../../delivery/sql/freeze"

/** Why the way of people ended who were kept out to compare with. */
export const HELD_OUT = "held_out"

/**
 * Whether a person is kept out of the campaign `:id`: always the same people, and with a larger share these and more.
 * `:holdout` is in basis points.
 */
export const isHeldOut = (person: string) =>
  `${bucket(person, "hashtextextended(:id::text, 0)")} < :holdout::int`

/** Who of some people are. */
export const WHO_IS_HELD_OUT = `
  select person::float8 as id from unnest(:people::bigint[]) person where ${isHeldOut("person")}
`
