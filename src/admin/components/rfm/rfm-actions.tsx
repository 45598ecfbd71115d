import { PaperPlane, ReceiptPercent, Users } from "@medusajs/icons"
import { DropdownMenu, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Rules } from "../../../rules/ast"
import { useCreateAudience } from "../../hooks/api/audiences"
import { useCreateBroadcast } from "../../hooks/api/broadcasts"
import { useCreateOffer } from "../../hooks/api/campaign-recipes"
import { useSaveSegment } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { newSegmentHref } from "../../lib/rfm-rules"

type RfmActionsProps = { name: string; rules: Rules; people: number; children: ReactNode }

/**
 * What can be done with the people of a cell or group: a segment that follows them, a broadcast to those of today, or an offer
 * to all who are or come there.
 */
export function RfmActions({ name, rules, people, children }: RfmActionsProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const navigate = useNavigate()
  const freeze = useCreateAudience()
  const broadcast = useCreateBroadcast()
  const segment = useSaveSegment()
  const offer = useCreateOffer()

  const onSend = async () => {
    const title = `${name}, ${format.date(new Date().toISOString())}`
    try {
      const { audience } = await freeze.mutateAsync({ name: title, rules })
      const made = await broadcast.mutateAsync({
        name: t("segments.broadcastName", { name: title }),
        segment_id: audience.id,
      })
      navigate(`/engage/broadcasts/${made.broadcast.id}`)
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  const onOffer = async () => {
    try {
      const made = await segment.mutateAsync({ name, rules })
      const { campaign } = await offer.mutateAsync({
        name: t("segments.offerName", { name }),
        segment_id: made.segment.id,
      })
      navigate(`/engage/campaigns/${campaign.id}`)
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item
          className="gap-x-2"
          onClick={() => navigate(newSegmentHref(rules, name))}
        >
          <Users className="text-ui-fg-subtle" />
          {t("rfmPage.makeSegment")}
        </DropdownMenu.Item>
        <DropdownMenu.Item
          className="gap-x-2"
          disabled={!people || freeze.isPending || broadcast.isPending}
          onClick={onSend}
        >
          <PaperPlane className="text-ui-fg-subtle" />
          {t("rfmPage.send", { count: people, value: format.number(people) })}
        </DropdownMenu.Item>
        <DropdownMenu.Item
          className="gap-x-2"
          disabled={segment.isPending || offer.isPending}
          onClick={onOffer}
        >
          <ReceiptPercent className="text-ui-fg-subtle" />
          {t("segments.offer")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
