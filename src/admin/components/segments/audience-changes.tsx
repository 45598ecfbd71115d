import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAudienceChanges, useChangeMembers } from "../../hooks/api/audiences"
import { Section } from "../common/states"
import { Time } from "../common/values"
import { PeopleListInput, downloadLines } from "./people-list-input"

/** How the id of a campaign begins, which is the source of what its steps change. */
const CAMPAIGN = "cmp_"

/** Adds people to an audience, takes them out, and lists what was done, each with a way back. */
export function AudienceChanges({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const [list, setList] = useState("")
  const [unmatched, setUnmatched] = useState<string[]>([])
  const { data: changes } = useAudienceChanges(id)
  const change = useChangeMembers(id)
  const failed = (error: Error) => void toast.error(error.message)

  const run = (action: "add" | "remove") =>
    change.mutate(
      { action, list },
      {
        onSuccess: (done) => {
          setList("")
          setUnmatched(done.unmatched)
          toast.success(
            t(`audiences.changes.${action === "add" ? "added" : "removed"}`, { count: done.count })
          )
        },
        onError: failed,
      }
    )

  return (
    <Section title={t("audiences.changes.title")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <PeopleListInput value={list} onChange={setList} />
        <div className="flex flex-wrap items-center gap-2">
          {(["add", "remove"] as const).map((action) => (
            <Button
              key={action}
              size="small"
              variant="secondary"
              disabled={!list.trim() || change.isPending}
              onClick={() => run(action)}
            >
              {t(`audiences.changes.${action}`)}
            </Button>
          ))}
          {unmatched.length > 0 && (
            <Button
              size="small"
              variant="transparent"
              onClick={() => downloadLines(unmatched, "unmatched.txt")}
            >
              {t("audiences.unmatched", { count: unmatched.length })}
            </Button>
          )}
        </div>
      </div>
      <ul className="divide-y border-t">
        {changes?.map(({ id: number, at, added, count, source, undone }) => (
          <li key={number} className="flex items-center justify-between gap-x-4 px-6 py-2">
            <Text as="div" size="small" className={undone ? "text-ui-fg-subtle line-through" : ""}>
              {t(`audiences.changes.${added ? "added" : "removed"}`, { count })} ·{" "}
              <Time at={at} style="relative" />
              {source.startsWith(CAMPAIGN) && (
                <>
                  {" · "}
                  <Link
                    to={`/engage/campaigns/${source}`}
                    className="text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-sm underline outline-none"
                  >
                    {t("audiences.changes.byCampaign")}
                  </Link>
                </>
              )}
            </Text>
            {!undone && source !== "created" && source !== "undo" && (
              <Button
                size="small"
                variant="transparent"
                onClick={() => change.mutate({ undo: number }, { onError: failed })}
              >
                {t("actions.undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
