import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { ExportDrawer } from "../../../components/transfer/export-drawer"
import { ExportsTable } from "../../../components/transfer/exports-table"
import { ImportsTable } from "../../../components/transfer/imports-table"
import { UploadDrawer } from "../../../components/transfer/upload-drawer"
import { useListParams } from "../../../hooks/use-list-params"

const ImportsPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const view = params.param("view") === "exports" ? "exports" : "imports"

  return (
    <Container className="overflow-hidden p-0">
      <Tabs
        value={view}
        onValueChange={(chosen) =>
          params.change({ view: chosen === "exports" ? chosen : undefined })
        }
      >
        <div className="flex flex-col gap-3 px-6 pt-4 md:flex-row md:items-start md:justify-between">
          <div>
            <Heading>{t("transfer.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("transfer.description")}
            </Text>
          </div>
          <div className="flex items-center gap-x-2">
            <ExportDrawer />
            <UploadDrawer />
          </div>
        </div>
        <div className="px-6 py-4">
          <Tabs.List>
            <Tabs.Trigger value="imports">{t("transfer.imports")}</Tabs.Trigger>
            <Tabs.Trigger value="exports">{t("transfer.exports")}</Tabs.Trigger>
          </Tabs.List>
        </div>
        <Tabs.Content value="imports">
          <ImportsTable params={params} />
        </Tabs.Content>
        <Tabs.Content value="exports">
          <ExportsTable params={params} />
        </Tabs.Content>
      </Tabs>
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "menu.transfer",
  translationNs: "engage",
  rank: 15,
})

export const handle = { breadcrumb: () => <Crumb label="menu.transfer" /> }

export default ImportsPage
