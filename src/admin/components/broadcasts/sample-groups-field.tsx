import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SampleGroups } from "../../../types/broadcast-plan"
import { toggled } from "../../lib/toggled"
import { Field } from "../common/field"
import { SegmentsField } from "../picker/segments-field"

const CHOICES: Record<string, SampleGroups | null> = {
  none: null,
  rfm: { kind: "rfm" },
  segments: { kind: "segments", segment_ids: [] },
}

type SampleGroupsFieldProps = {
  by: SampleGroups | null | undefined
  onChange: (by: SampleGroups | null) => void
}

/** Which groups keep their shares among people chosen at random. */
export function SampleGroupsField({ by, onChange }: SampleGroupsFieldProps) {
  const { t } = useTranslation("engage")
  const say = (key: string) => t(`broadcastPlan.limits.groups.${key}`)
  return (
    <div className="grid grid-cols-1 gap-4 md:col-span-3 md:grid-cols-3">
      <Field id="plan-groups" label={say("label")} hint={say("hint")}>
        <Select value={by?.kind ?? "none"} onValueChange={(kind) => onChange(CHOICES[kind])}>
          <Select.Trigger id="plan-groups">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {Object.keys(CHOICES).map((kind) => (
              <Select.Item key={kind} value={kind}>
                {say(kind)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </Field>
      {by?.kind === "segments" && (
        <div className="md:col-span-2">
          <SegmentsField
            label={say("chosen")}
            hint={say("chosenHint")}
            ids={by.segment_ids}
            onToggle={({ id }) => onChange({ ...by, segment_ids: toggled(by.segment_ids, id) })}
          />
        </div>
      )}
    </div>
  )
}
