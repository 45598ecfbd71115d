import { usePrompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"

/** Asks before the page is left while there are unsaved changes, inside the admin and when the tab is closed. */
export function useLeaveGuard(dirty: boolean) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && currentLocation.pathname !== nextLocation.pathname
  )

  useEffect(() => {
    if (blocker.state !== "blocked") return
    void prompt({
      title: t("leave.title"),
      description: t("leave.description"),
      confirmText: t("leave.confirm"),
      cancelText: t("leave.cancel"),
    }).then((leave) => (leave ? blocker.proceed() : blocker.reset()))
  }, [blocker.state])

  useEffect(() => {
    if (!dirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", onUnload)
    return () => window.removeEventListener("beforeunload", onUnload)
  }, [dirty])
}
