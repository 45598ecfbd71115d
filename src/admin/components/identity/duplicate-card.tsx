import { Badge, Button, Text, clx, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ComparedProfile, Duplicate } from "../../../types/identity"
import { useDismissDuplicate, useMerge } from "../../hooks/api/identity"
import { useFormat } from "../../hooks/use-format"
import type { Formatters } from "../../lib/format"

const ROWS = [
  "email",
  "phone",
  "birthday",
  "address",
  "account",
  "orders",
  "revenue",
  "since",
] as const

/** Rows whose being the same says something. */
const TELLING: (typeof ROWS)[number][] = ["email", "phone", "birthday", "address"]

/** Two profiles side by side, with what they share marked, and the choice to merge them or to keep them apart. */
export function DuplicateCard({ duplicate }: { duplicate: Duplicate }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const [kept, setKept] = useState(0)
  const merge = useMerge()
  const dismiss = useDismissDuplicate()
  const { profiles } = duplicate
  const texts = profiles.map((profile) => facts(profile, format, t))
  const failed = (error: Error) => void toast.error(error.message)

  const onMerge = async () => {
    const [keep, gone] = kept === 0 ? profiles : [profiles[1], profiles[0]]
    const sure = await prompt({
      variant: "confirmation",
      title: t("duplicates.mergeTitle"),
      description: t("duplicates.mergeDescription", { kept: nameOf(keep), gone: nameOf(gone) }),
      confirmText: t("duplicates.merge"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The card is gone by then, and with it what `mutate` would call.
    merge
      .mutateAsync({ kept: keep.id, gone: gone.id })
      .then(() => toast.success(t("duplicates.merged")), failed)
  }

  return (
    <li className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex flex-wrap gap-1">
          {duplicate.reasons.map((reason) => (
            <Badge key={reason} size="2xsmall" color="blue">
              {t(`duplicates.sign.${reason}`)}
            </Badge>
          ))}
        </span>
        <span className="flex gap-x-2">
          <Button
            size="small"
            variant="transparent"
            isLoading={dismiss.isPending}
            onClick={() => dismiss.mutate([profiles[0].id, profiles[1].id], { onError: failed })}
          >
            {t("duplicates.dismiss")}
          </Button>
          <Button size="small" variant="secondary" isLoading={merge.isPending} onClick={onMerge}>
            {t("duplicates.merge")}
          </Button>
        </span>
      </div>
      <table className="txt-compact-small w-full table-fixed">
        <thead>
          <tr>
            <th className="w-[110px]">
              <span className="sr-only">{t("duplicates.what")}</span>
            </th>
            {profiles.map((profile, index) => (
              <th key={profile.id} scope="col" className="px-2 py-1.5 text-left">
                <Link
                  to={`/engage/profiles/${profile.id}`}
                  className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive"
                >
                  {nameOf(profile)}
                </Link>
                <label className="txt-compact-xsmall text-ui-fg-subtle flex items-center gap-x-1.5 pt-1 font-normal">
                  <input
                    type="radio"
                    name={`${profiles[0].id}-${profiles[1].id}`}
                    checked={kept === index}
                    onChange={() => setKept(index)}
                  />
                  {t("duplicates.keep")}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => {
            const same =
              TELLING.includes(row) && texts[0][row] === texts[1][row] && texts[0][row] !== "–"
            return (
              <tr key={row} className="border-t">
                <th scope="row" className="py-1.5 text-left font-normal">
                  <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                    {t(`duplicates.row.${row}`)}
                  </Text>
                </th>
                {texts.map((text, index) => (
                  <td
                    key={index}
                    className={clx(
                      "truncate px-2 py-1.5",
                      same ? "text-ui-tag-green-text" : "text-ui-fg-base"
                    )}
                  >
                    {text[row]}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </li>
  )
}

function nameOf(profile: ComparedProfile): string {
  const name = [profile.first_name, profile.last_name].filter(Boolean).join(" ")
  return name || profile.email || profile.phone || "–"
}

function facts(
  profile: ComparedProfile,
  format: Formatters,
  t: (key: string) => string
): Record<(typeof ROWS)[number], string> {
  const country = profile.country && format.country(profile.country)
  return {
    email: profile.email ?? "–",
    phone: profile.phone ?? "–",
    birthday: format.day(profile.birthday),
    address: [profile.postal_code, profile.city, country].filter(Boolean).join(", ") || "–",
    account: t(profile.has_account ? "profiles.registered" : "profiles.guest"),
    orders: format.number(profile.orders),
    revenue: format.money(profile.revenue, profile.currency),
    since: format.date(profile.created_at),
  }
}
