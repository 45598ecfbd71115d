import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type PageHeaderProps = {
  title: ReactNode
  badge?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** The first container of a page: its title, state and actions, and a row of headline numbers if given. */
export function PageHeader({ title, badge, description, actions, children }: PageHeaderProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="min-w-0 break-words">{title}</Heading>
            {badge}
          </div>
          {description && (
            <Text as="div" size="small" className="text-ui-fg-subtle">
              {description}
            </Text>
          )}
        </div>
        {actions && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </Container>
  )
}
