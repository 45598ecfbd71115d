import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CampaignStep } from "../../../types/campaign"
import { StepFields } from "./step-fields"

type StepDrawerProps = {
  step: CampaignStep | undefined
  editable: boolean
  onChange: (step: CampaignStep, tag?: string) => void
  onRemove: () => void
  onClose: () => void
}

/** Settings of one step; what is changed counts at once and can be undone. */
export function StepDrawer({ step, editable, onChange, onRemove, onClose }: StepDrawerProps) {
  const { t } = useTranslation("engage")
  return (
    <Drawer open={Boolean(step)} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        {step && (
          <>
            <Drawer.Header>
              <Drawer.Title>{t(`campaigns.step.${step.type}.name`)}</Drawer.Title>
              <Drawer.Description>{t(`campaigns.step.${step.type}.hint`)}</Drawer.Description>
            </Drawer.Header>
            <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
              <fieldset disabled={!editable} className="contents">
                <StepFields step={step} onChange={onChange} />
              </fieldset>
            </Drawer.Body>
            <Drawer.Footer>
              {editable && (
                <Button size="small" variant="danger" onClick={onRemove}>
                  {t("campaigns.flow.remove")}
                </Button>
              )}
              <Button size="small" onClick={onClose}>
                {t("campaigns.flow.done")}
              </Button>
            </Drawer.Footer>
          </>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
