import { ArrowPath, Bolt, Pause, Trash } from "@medusajs/icons"
import { Copy, StatusBadge, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { InboundSource } from "../../../types/event"
import { useDeleteSource, useNewSecret, useUpdateSource } from "../../hooks/api/sources"
import { MoreMenu } from "../common/more-menu"
import { PageHeader } from "../common/page-header"
import { Fact } from "../common/values"
import { SecretNote } from "./secret-note"

/** A source's address and secret, and what can be done with it. */
export function SourceHeader({ source }: { source: InboundSource }) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const update = useUpdateSource(source.id)
  const renew = useNewSecret(source.id)
  const remove = useDeleteSource(source.id)
  const failed = (error: Error) => void toast.error(error.message)

  const sure = (key: "renew" | "delete") =>
    prompt({
      title: t(`sources.${key}.title`),
      description: t(`sources.${key}.description`),
      confirmText: t(`sources.${key}.confirm`),
      cancelText: t("actions.cancel"),
    })
  const onRenew = async () => {
    if (await sure("renew")) renew.mutate(undefined, { onError: failed })
  }
  const onDelete = async () => {
    if (!(await sure("delete"))) return
    remove.mutate(undefined, { onSuccess: () => navigate("/engage/sources"), onError: failed })
  }

  return (
    <PageHeader
      title={source.name}
      badge={
        <StatusBadge color={source.active ? "green" : "grey"}>
          {t(source.active ? "sources.on" : "sources.off")}
        </StatusBadge>
      }
      actions={
        <MoreMenu
          groups={[
            {
              actions: [
                {
                  icon: source.active ? <Pause /> : <Bolt />,
                  label: t(source.active ? "sources.switchOff" : "sources.switchOn"),
                  onClick: () => update.mutate({ active: !source.active }, { onError: failed }),
                },
                { icon: <ArrowPath />, label: t("sources.renew.action"), onClick: onRenew },
              ],
            },
            { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: onDelete }] },
          ]}
        />
      }
    >
      <Fact label={t("sources.address")}>
        <span className="flex items-center gap-x-2">
          <code className="break-all">POST {source.url}</code>
          <Copy content={source.url} aria-label={t("sources.copyAddress")} />
        </span>
      </Fact>
      <Fact label={t("sources.proof")}>{t("sources.proofHint", { hint: source.secret_hint })}</Fact>
      {renew.data && (
        <div className="px-6 py-4">
          <SecretNote secret={renew.data.secret} />
        </div>
      )}
    </PageHeader>
  )
}
