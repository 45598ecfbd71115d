import { useTranslation } from "react-i18next"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState } from "../common/states"
import { FILED_ANYHOW } from "./filed-by"

type NothingFiledProps = { params: ListParams; archived: boolean }

/** What a list says when its folder or its archive is empty. */
export function NothingFiled({ params, archived }: NothingFiledProps) {
  const { t } = useTranslation("engage")
  const said = archived ? "filing.noneArchived" : "filing.noneInFolder"
  return (
    <EmptyState
      className="border-t"
      title={t(said)}
      description={t(`${said}Hint`)}
      action={{
        label: t("filing.showAll"),
        onClick: () => params.change(FILED_ANYHOW),
      }}
    />
  )
}
