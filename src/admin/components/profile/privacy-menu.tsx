import { ArrowDownTray, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { ProfileDetail } from "../../../types/profile"
import { useErasePerson } from "../../hooks/api/profiles"
import { fileUrl } from "../../lib/client"
import { MoreMenu } from "../common/more-menu"

/** What people may ask a shop for by law: a copy of their data, and that it is erased. */
export function PrivacyMenu({ profile }: { profile: ProfileDetail }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const navigate = useNavigate()
  const erase = useErasePerson(profile.id)
  const name = profile.name ?? profile.email ?? profile.phone ?? t("profiles.nameless")

  const download = (format: "json" | "html") =>
    window.location.assign(
      fileUrl(`/admin/engage/profiles/${profile.id}/personal-data?format=${format}`)
    )
  const onErase = async () => {
    const sure = await prompt({
      title: t("profiles.privacy.eraseTitle", { name }),
      description: t("profiles.privacy.eraseText"),
      verificationText: profile.email ?? name,
      verificationInstruction: t("profiles.privacy.eraseType"),
      confirmText: t("profiles.privacy.erase"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    erase.mutate(undefined, {
      onSuccess: () => {
        toast.success(t("profiles.privacy.erased"))
        navigate("/engage/profiles")
      },
      onError: (error) => void toast.error(error.message),
    })
  }

  return (
    <MoreMenu
      groups={[
        {
          actions: [
            {
              icon: <ArrowDownTray />,
              label: t("profiles.privacy.page"),
              onClick: () => download("html"),
            },
            {
              icon: <ArrowDownTray />,
              label: t("profiles.privacy.data"),
              onClick: () => download("json"),
            },
          ],
        },
        { actions: [{ icon: <Trash />, label: t("profiles.privacy.erase"), onClick: onErase }] },
      ]}
    />
  )
}
