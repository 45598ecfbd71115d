import { Button, Input, Label, Text, toast, usePrompt } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ContactPolicy } from "../../../types/policy"
import { useSaveControlGroup } from "../../hooks/api/policy"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { ControlResults } from "./control-results"

const MOST = 50

/** The share of people who are never written to, so that the worth of all messages can be seen. */
export function ControlGroupSection({ group }: { group: ContactPolicy["control_group"] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const prompt = usePrompt()
  const save = useSaveControlGroup()
  const [text, setText] = useState(String(group.percent))
  const percent = Number(text)
  const valid = text.trim() !== "" && percent >= 0 && percent <= MOST

  const change = (input: { percent: number; redraw?: boolean }) =>
    save.mutate(input, {
      onSuccess: () => void toast.success(t("policy.group.saved")),
      onError: (error) => void toast.error(error.message),
    })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (valid) change({ percent })
  }
  const onRedraw = async () => {
    const sure = await prompt({
      title: t("policy.group.redrawTitle"),
      description: t("policy.group.redrawDescription"),
      confirmText: t("policy.group.redraw"),
      cancelText: t("actions.cancel"),
    })
    if (sure) change({ percent: group.percent, redraw: true })
  }

  return (
    <Section
      title={t("policy.group.title")}
      description={t("policy.group.description")}
      actions={
        group.percent > 0 && (
          <Button size="small" variant="transparent" onClick={() => void onRedraw()}>
            {t("policy.group.redraw")}
          </Button>
        )
      }
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-y-1 px-6 py-4">
        <Label size="small" weight="plus" htmlFor="control-percent">
          {t("policy.group.percent")}
        </Label>
        <div className="flex items-center gap-x-2">
          <Input
            id="control-percent"
            type="number"
            min={0}
            max={MOST}
            step="any"
            className="w-[96px]"
            aria-invalid={!valid}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            size="small"
            variant="secondary"
            type="submit"
            disabled={!valid || percent === group.percent}
            isLoading={save.isPending}
          >
            {t("actions.save")}
          </Button>
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {group.percent
            ? t("policy.group.size", {
                count: group.profiles,
                number: format.number(group.profiles),
              })
            : t("policy.group.none")}
        </Text>
      </form>
      {group.percent > 0 && <ControlResults />}
    </Section>
  )
}
