import { Button, Container, Heading, Hint, Input, Label, Switch, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useReplaceEverywhere, useReplaceFinds } from "../../hooks/api/replacements"
import { useDebounced } from "../../hooks/use-debounced"
import { ReplaceFinds } from "./replace-finds"

/** Looks for a text in all templates, shows each place, and replaces it where the owner wants. */
export function ReplaceSection() {
  const { t } = useTranslation("engage")
  const [search, setSearch] = useState({ find: "", replace: "", match_case: true })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const settled = useDebounced(search)
  const { data, error, refetch, isFetching } = useReplaceFinds(settled)
  const run = useReplaceEverywhere()
  const found = settled.find.length < 2 ? undefined : data
  const chosen = (found ?? []).filter(({ id, problem }) => !problem && !left.has(id))

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    run.mutate(
      { ...settled, ids: chosen.map(({ id }) => id) },
      {
        onSuccess: ({ replacement: { changed } }) => {
          const count = changed.reduce((sum, { places }) => sum + places, 0)
          toast.success(t("replace.done", { count }))
          setSearch({ ...search, find: "", replace: "" })
          setLeft(new Set())
        },
        onError: (failure) => void toast.error(failure.message),
      }
    )
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("replace.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("replace.description")}
        </Text>
      </div>
      <form onSubmit={onSubmit}>
        <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus" htmlFor="replace-find">
              {t("replace.find")}
            </Label>
            <Input
              id="replace-find"
              autoComplete="off"
              maxLength={1000}
              value={search.find}
              placeholder={t("replace.findPlaceholder", {
                sample: "{{ constants.phone }}",
                interpolation: { escapeValue: false },
              })}
              onChange={(event) => setSearch({ ...search, find: event.target.value })}
            />
          </div>
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus" htmlFor="replace-with">
              {t("replace.replace")}
            </Label>
            <Input
              id="replace-with"
              autoComplete="off"
              maxLength={1000}
              value={search.replace}
              onChange={(event) => setSearch({ ...search, replace: event.target.value })}
            />
            <Hint className="text-ui-fg-subtle">{t("replace.replaceHint")}</Hint>
          </div>
          <div className="flex items-center gap-x-3">
            <Switch
              id="replace-case"
              size="small"
              checked={search.match_case}
              onCheckedChange={(match_case) => setSearch({ ...search, match_case })}
            />
            <Label size="small" htmlFor="replace-case">
              {t("replace.matchCase")}
            </Label>
          </div>
        </div>
        <ReplaceFinds
          found={found}
          replace={settled.replace}
          error={error}
          onRetry={refetch}
          asked={settled.find.length >= 2}
          isFetching={isFetching}
          left={left}
          onLeft={setLeft}
        />
        {chosen.length > 0 && (
          <div className="flex items-center justify-between gap-x-4 border-t px-6 py-4">
            <Text size="small" className="text-ui-fg-subtle">
              {t("replace.sent")}
            </Text>
            <Button
              size="small"
              type="submit"
              isLoading={run.isPending}
              disabled={isFetching || settled !== search || settled.find === settled.replace}
            >
              {t("replace.run", { count: chosen.length })}
            </Button>
          </div>
        )}
      </form>
    </Container>
  )
}
