import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Badge, Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { Time } from "../../../components/common/values"
import { FiledMenu } from "../../../components/filing/filed-menu"
import { FiledName } from "../../../components/filing/filed-name"
import { FiledList } from "../../../components/filing/filed-list"
import { filedBy } from "../../../components/filing/filed-by"
import { UsedIn } from "../../../components/filing/used-in"
import { type Column, ListTable } from "../../../components/list/list-table"
import { TemplatePicture } from "../../../components/templates/template-picture"
import { useDeleteTemplate, useTemplatePictures, useTemplates } from "../../../hooks/api/templates"
import { useListParams } from "../../../hooks/use-list-params"
import { plainLiquid } from "../../../lib/liquid-text"
import type { ListedTemplate } from "../../../../types/content"

const TemplatesPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { q, limit, cursor } = params
  const filed = filedBy(params)
  const query = useTemplates({
    q,
    ...filed.query,
    limit,
    cursor,
  })
  const { data: pictures } = useTemplatePictures(query.data?.templates)

  const columns: Column<ListedTemplate>[] = [
    {
      id: "name",
      header: t("templates.name"),
      cell: (template) => (
        <span className="flex items-center gap-x-3">
          <TemplatePicture template={template} html={pictures?.get(template.id)} />
          <FiledName row={template} />
        </span>
      ),
    },
    {
      id: "channel",
      header: t("short.channel.title"),
      cell: (template) => <Badge size="2xsmall">{t(`channel.${template.channel}`)}</Badge>,
    },
    {
      id: "subject",
      header: t("templates.says"),
      cell: (template) => (
        <span className="block max-w-[420px] truncate">
          {plainLiquid(template.subject || template.excerpt || "")}
        </span>
      ),
    },
    {
      id: "updated",
      header: t("templates.updated"),
      cell: (template) => <Time at={template.updated_at} />,
    },
    {
      id: "used",
      header: t("filing.usedIn"),
      cell: (template) => <UsedIn uses={template.used_in} />,
    },
    {
      id: "actions",
      header: <span className="sr-only">{t("actions.more")}</span>,
      align: "right",
      cell: (template) => <TemplateActions template={template} />,
    },
  ]

  return (
    <FiledList
      kind="templates"
      title={t("templates.title")}
      description={t("templates.description")}
      actions={
        <>
          {" "}
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/templates/files">{t("files.link")}</Link>
          </Button>
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/templates/replace">{t("replace.link")}</Link>
          </Button>
          <Button size="small" variant="transparent" asChild>
            <Link to="/engage/templates/constants">{t("constants.link")}</Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="/engage/templates/create">{t("templates.create")}</Link>
          </Button>
        </>
      }
      search={t("templates.searchPlaceholder")}
      params={params}
      query={query}
      rows={query.data?.templates}
      empty={{
        icon: <DocumentText />,
        title: t("templates.emptyTitle"),
        description: t("templates.emptyDescription"),
        action: { label: t("templates.create"), to: "/engage/templates/create" },
      }}
      table={(selection) => (
        <ListTable
          label={t("templates.title")}
          columns={columns}
          rows={query.data?.templates}
          rowKey={(template) => template.id}
          href={(template) => `/engage/templates/${template.id}`}
          selection={selection}
          isFetching={query.isFetching}
        />
      )}
    />
  )
}

function TemplateActions({ template }: { template: ListedTemplate }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const remove = useDeleteTemplate()
  const failed = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    if (template.used_in.length) {
      await prompt({
        variant: "confirmation",
        title: t("templates.delete.usedTitle"),
        description: t("templates.delete.usedDescription", {
          names: template.used_in.map((use) => use.name).join(", "),
        }),
        confirmText: t("actions.close"),
        cancelText: t("actions.cancel"),
      })
      return
    }
    const sure = await prompt({
      title: t("templates.delete.title"),
      description: t("templates.delete.description", { name: template.name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The row is gone by then, and with it what `mutate` would call.
    remove.mutateAsync(template.id).then(() => toast.success(t("templates.delete.done")), failed)
  }

  return (
    <FiledMenu
      kind="templates"
      row={template}
      edit={`/engage/templates/${template.id}/edit`}
      copied={(id) => `/engage/templates/${id}/edit`}
      onDelete={onDelete}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.templates",
  translationNs: "engage",
  rank: 9,
})

export const handle = { breadcrumb: () => <Crumb label="menu.templates" /> }

export default TemplatesPage
