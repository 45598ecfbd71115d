import type { Collection } from "../../../rules/definitions"
import { CONTENT } from "../../content/tables"
import { family } from "../../profile/attributes/family"
import { contentOf } from "../sql/variants"
import { MESSAGE, MESSAGE_EVENT, RUN } from "../tables"
import { COUNT, daysSince, occasion } from "./occasion"

/** What people, and machines in their name, did with messages. */
export const RESPONSES: Collection = {
  key: "responses",
  label: "Responses to messages",
  group: "Messages",
  fact: "a response to a message",
  from: `${MESSAGE_EVENT} e join ${RUN} r on r.id = e.run_id and not r.is_test`,
  profile: "e.profile_id",
  at: "e.at",
  restless: true,
  attributes: [
    ...family("Response", [
      {
        key: "response.kind",
        label: "Response",
        type: "enum",
        sql: "e.kind",
        folded: true,
        nullable: false,
        options: [
          { value: "opened", label: "Opened" },
          { value: "clicked", label: "Clicked" },
          { value: "unsubscribed", label: "Unsubscribed" },
          { value: "bounced", label: "Bounced" },
          { value: "complained", label: "Complained" },
        ],
      },
      {
        key: "response.by_person",
        label: "By the person, no machine",
        says: ["by the person and no machine", "by a machine"],
        type: "boolean",
        sql: "(coalesce(e.verdict, 'human') = 'human')",
        formula: "Leaves out opens by mail privacy proxies and clicks by link scanners",
      },
      {
        key: "response.link",
        label: "Link clicked",
        type: "string",
        sql: `(
          select c.links->>(e.link::int)
          from ${MESSAGE} m
          join ${CONTENT} c on c.id = ${contentOf("m", "r")}
          where m.run_id = r.id and m.run_at = r.started_at and m.profile_id = e.profile_id and m.pass = e.pass
        )`,
        suggestions: false,
      },
    ]),
    ...occasion("response"),
  ],
  measures: [
    COUNT("Number of responses"),
    {
      fn: "days_since",
      label: "Days since the latest response",
      type: "number",
      sql: daysSince("e.at"),
    },
  ],
}
