import { ArrowPath, ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  description: string
  action?: { label: string; to?: string; onClick?: () => void; isLoading?: boolean }
  className?: string
}

/** What a page or section says when there is nothing yet: what this is, and the one next step. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  const button = action && (
    <Button
      size="small"
      variant="secondary"
      onClick={action.onClick}
      isLoading={action.isLoading}
      asChild={Boolean(action.to)}
    >
      {action.to ? <Link to={action.to}>{action.label}</Link> : action.label}
    </Button>
  )
  return (
    <div
      className={clx(
        "flex min-h-[240px] flex-col items-center justify-center gap-y-4 px-6 py-12",
        className
      )}
    >
      {icon && <span className="text-ui-fg-subtle">{icon}</span>}
      <div className="flex max-w-[420px] flex-col items-center gap-y-1 text-center">
        <Text size="base" weight="plus" className="text-ui-fg-base">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {description}
        </Text>
      </div>
      {button}
    </div>
  )
}

type ErrorStateProps = { error: Error | null; onRetry: () => void; className?: string }

/** What failed, in the API's own words, with a way to try again. */
export function ErrorState({ error, onRetry, className }: ErrorStateProps) {
  const { t } = useTranslation("engage")
  return (
    <div
      role="alert"
      className={clx(
        "flex min-h-[200px] flex-col items-center justify-center gap-y-4 px-6 py-10",
        className
      )}
    >
      <ExclamationCircle className="text-ui-fg-error" />
      <div className="flex max-w-[480px] flex-col items-center gap-y-1 text-center">
        <Text size="small" leading="compact" weight="plus">
          {t("error.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {error && !isUnreachable(error) ? error.message : t("error.unknown")}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onRetry}>
        <ArrowPath />
        {t("actions.retry")}
      </Button>
    </div>
  )
}

/** A call that came to nobody: browsers say so in words of their own, each in others. */
const isUnreachable = (error: Error) => error instanceof TypeError || !error.message

/** An error that takes the place of a whole page. */
export function PageError(props: ErrorStateProps) {
  return (
    <Container>
      <ErrorState {...props} />
    </Container>
  )
}

/** Grey blocks in the shape of a page while its data loads. */
export function PageSkeleton({ blocks = [96, 320] }: { blocks?: number[] }) {
  return (
    <div aria-busy className="flex flex-col gap-y-3">
      {blocks.map((height, index) => (
        <Skeleton key={index} className="w-full rounded-lg" style={{ height }} />
      ))}
    </div>
  )
}

/** Grey lines in the shape of a section's rows while its data loads. */
export function RowsSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-busy className="flex flex-col gap-y-3 px-6 py-4">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-5 w-full" />
      ))}
    </div>
  )
}

type SectionProps = {
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
  id?: string
}

/** One section of a page: a container with a heading row and its content below. */
export function Section({ title, description, actions, children, className, id }: SectionProps) {
  return (
    <Container id={id} className={clx("divide-y overflow-hidden p-0", className)}>
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{title}</Heading>
          {description && (
            <Text size="small" className="text-ui-fg-subtle">
              {description}
            </Text>
          )}
        </div>
        {actions && <div className="flex shrink-0 items-center gap-x-2">{actions}</div>}
      </div>
      {children}
    </Container>
  )
}
