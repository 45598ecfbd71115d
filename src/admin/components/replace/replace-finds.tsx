import { MagnifyingGlass } from "@medusajs/icons"
import { Badge, Checkbox, clx, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ReplaceFind, ReplacePlace } from "../../../types/replacement"
import { EmptyState, ErrorState } from "../common/states"

type ReplaceFindsProps = {
  /** Nothing while it is not known. */
  found: ReplaceFind[] | undefined
  /** What shall stand there. */
  replace: string
  /** Whether there is something to look for. */
  asked: boolean
  error: Error | null
  onRetry: () => void
  isFetching: boolean
  /** What is left out, by id. */
  left: ReadonlySet<string>
  onLeft: (left: ReadonlySet<string>) => void
}

/** Every place where a text stands, by template, each with a box to leave it as it is. */
export function ReplaceFinds(props: ReplaceFindsProps) {
  const { found, replace, asked, error, onRetry, isFetching, left, onLeft } = props
  const { t } = useTranslation("engage")
  if (!asked)
    return (
      <Text size="small" className="text-ui-fg-muted border-t px-6 py-10 text-center">
        {t("replace.begin")}
      </Text>
    )
  if (error && !found) return <ErrorState error={error} onRetry={onRetry} className="border-t" />
  if (!found) return <Skeleton className="m-6 h-[160px]" />
  if (!found.length)
    return (
      <EmptyState
        className="border-t"
        icon={<MagnifyingGlass />}
        title={t("replace.noneTitle")}
        description={t("replace.noneDescription")}
      />
    )
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    onLeft(next)
  }
  return (
    <ul
      className={clx("divide-y border-t transition-opacity", isFetching && "opacity-60")}
      aria-busy={isFetching}
    >
      {found.map((one) => (
        <li key={one.id} className="flex gap-x-3 px-6 py-4">
          <Checkbox
            className="mt-0.5"
            aria-label={t("replace.choose", { name: one.name })}
            disabled={one.problem !== null}
            checked={one.problem === null && !left.has(one.id)}
            onCheckedChange={() => toggle(one.id)}
          />
          <Find find={one} replace={replace} />
        </li>
      ))}
    </ul>
  )
}

function Find({ find, replace }: { find: ReplaceFind; replace: string }) {
  const { t } = useTranslation("engage")
  const { kind, id, name, places, count, problem } = find
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-y-2">
      <div className="flex flex-wrap items-center gap-x-2">
        {kind === "template" ? (
          <Link
            to={`/engage/templates/${id}`}
            className="txt-compact-small-plus text-ui-fg-base hover:underline"
          >
            {name}
          </Link>
        ) : (
          <Text as="span" size="small" leading="compact" weight="plus">
            {name}
          </Text>
        )}
        {kind === "block" && <Badge size="2xsmall">{t("replace.block")}</Badge>}
        <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
          {t("replace.places", { count })}
        </Text>
      </div>
      {problem && (
        <Text size="small" className="text-ui-fg-error">
          {t("replace.cannot", { problem })}
        </Text>
      )}
      <ul className="flex flex-col gap-y-1">
        {places.map((place, at) => (
          <Place key={at} place={place} replace={replace} />
        ))}
      </ul>
      {count > places.length && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("replace.more", { count: count - places.length })}
        </Text>
      )}
    </div>
  )
}

/** The letters around a place, with what stands there struck out and what shall stand there behind it. */
function Place({ place, replace }: { place: ReplacePlace; replace: string }) {
  const { t } = useTranslation("engage")
  const { part, language, left, found, right } = place
  return (
    <li className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-3">
      <Text as="span" size="xsmall" className="text-ui-fg-muted truncate">
        {t(part === "html" ? "replace.message" : `templates.part.${part}`)}
        {language && ` · ${language}`}
      </Text>
      <Text as="span" size="small" className="text-ui-fg-subtle break-words">
        {left}
        <del className="bg-ui-tag-red-bg text-ui-tag-red-text rounded-sm px-0.5">{found}</del>
        {replace && (
          <ins className="bg-ui-tag-green-bg text-ui-tag-green-text ml-0.5 rounded-sm px-0.5 no-underline">
            {replace}
          </ins>
        )}
        {right}
      </Text>
    </li>
  )
}
