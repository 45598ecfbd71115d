import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { EmailTypo, EmailTypoPerson, TypoDecision } from "../../../types/quality"
import { useDecideTypoOf, useTypoPeople } from "../../hooks/api/quality"
import { ErrorState, RowsSkeleton } from "../common/states"

type TypoPeopleDrawerProps = { typo: EmailTypo; onClose: () => void }

/** The first people with a domain that may be a slip, to decide on one by one. */
export function TypoPeopleDrawer({ typo, onClose }: TypoPeopleDrawerProps) {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useTypoPeople(typo.domain)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{typo.domain}</Drawer.Title>
          <Drawer.Description>
            {t("quality.typo.people", { suggestion: typo.suggestion })}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          {error && !data ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : data ? (
            <ul className="divide-y">
              {data.people.map((person) => (
                <PersonRow key={person.profile_id} person={person} />
              ))}
            </ul>
          ) : (
            <RowsSkeleton />
          )}
          {data?.next_cursor && (
            <Text size="small" className="text-ui-fg-subtle px-6 py-4">
              {t("quality.typo.more")}
            </Text>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function PersonRow({ person }: { person: EmailTypoPerson }) {
  const { t } = useTranslation("engage")
  const decide = useDecideTypoOf()
  const send = (decision: TypoDecision | null) =>
    decide.mutate(
      { profileId: person.profile_id, decision },
      { onError: (error) => void toast.error(error.message) }
    )
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Link
          to={`/engage/profiles/${person.profile_id}`}
          className="txt-compact-small-plus focus-visible:shadow-borders-focus rounded-md outline-none hover:underline"
        >
          {person.name ?? person.address}
        </Link>
        <Text size="small" className="text-ui-fg-subtle break-all">
          {person.address}
        </Text>
        <Text size="small" className="break-all">
          {person.suggestion}
        </Text>
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        {person.decision ? (
          <>
            <Text size="small" className="text-ui-fg-subtle">
              {t(`quality.typo.${person.decision}`)}
            </Text>
            <Button
              size="small"
              variant="secondary"
              onClick={() => send(person.decision === "accepted" ? "dismissed" : "accepted")}
            >
              {t(person.decision === "accepted" ? "quality.typo.keep" : "quality.typo.accept")}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" variant="secondary" onClick={() => send("accepted")}>
              {t("quality.typo.accept")}
            </Button>
            <Button size="small" variant="transparent" onClick={() => send("dismissed")}>
              {t("quality.typo.keep")}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
