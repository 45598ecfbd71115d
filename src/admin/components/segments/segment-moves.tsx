import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { MoveDirection } from "../../../types/segment"
import { useSegmentMoves } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { PersonCell } from "../common/person"
import { EmptyState, ErrorState, RowsSkeleton } from "../common/states"

export type MovesOfDay = { day: string; direction: MoveDirection }
type SegmentMovesProps = { id: string; moves: MovesOfDay; onClose: () => void }

/** Who entered or left a segment on a day. */
export function SegmentMoves({ id, moves, onClose }: SegmentMovesProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSegmentMoves(
    id,
    moves
  )
  const people = data?.pages.flatMap((page) => page.people)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t(`segments.history.who.${moves.direction}`)}</Drawer.Title>
          <Drawer.Description>{format.day(moves.day)}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          {error && !people ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !people ? (
            <RowsSkeleton />
          ) : !people.length ? (
            <EmptyState
              title={t("segments.history.gone")}
              description={t("segments.history.goneHint")}
            />
          ) : (
            <ul className="divide-y">
              {people.map((person) => (
                <li key={`${person.id} ${person.at}`}>
                  <Link
                    to={`/engage/profiles/${person.id}`}
                    className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-center justify-between gap-x-4 px-6 py-2 outline-none"
                  >
                    <PersonCell person={person} />
                    <span className="txt-compact-small text-ui-fg-subtle shrink-0">
                      {format.time(person.at)}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {hasNextPage && (
            <div className="flex justify-center p-3">
              <Button
                size="small"
                variant="transparent"
                isLoading={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {t("segments.history.more")}
              </Button>
            </div>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
