import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ProfileListItem } from "../../../types/profile"
import { useAudienceDrift } from "../../hooks/api/audiences"
import { PersonCell } from "../common/person"
import { ErrorState, RowsSkeleton, Section } from "../common/states"

/** What would change if the rule of the audience decided now; it is asked only when somebody wants to know. */
export function AudienceDriftSection({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const [wanted, setWanted] = useState(false)
  const { data, error, refetch, isFetching } = useAudienceDrift(id, wanted)

  return (
    <Section
      title={t("audiences.drift.title")}
      actions={
        <Button
          size="small"
          variant="secondary"
          isLoading={isFetching}
          onClick={() => (wanted ? void refetch() : setWanted(true))}
        >
          {t("audiences.drift.look")}
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data ? (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <People
            title={t("audiences.drift.enter", { count: data.enter })}
            people={data.entering}
          />
          <People title={t("audiences.drift.leave", { count: data.leave })} people={data.leaving} />
        </div>
      ) : wanted ? (
        <RowsSkeleton rows={2} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("audiences.drift.hint")}
        </Text>
      )}
    </Section>
  )
}

function People({ title, people }: { title: string; people: ProfileListItem[] }) {
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {title}
      </Text>
      {people.map((person) => (
        <PersonCell key={person.id} person={person} />
      ))}
    </div>
  )
}
