import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Select, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LIMIT_WINDOWS, type SendingAccount, type SendingLimit } from "../../../types/sending"
import { useSaveLimits } from "../../hooks/api/sending"
import { FormDrawer } from "../common/form-drawer"

const NEW: SendingLimit = { destination: "", seconds: 60, max: 100 }

/** All limits of an account. */
export function LimitsDrawer({
  account,
  onClose,
}: {
  account: SendingAccount
  onClose: () => void
}) {
  const { t } = useTranslation("engage")
  const save = useSaveLimits()
  const [limits, setLimits] = useState<SendingLimit[]>(() =>
    account.limits.map(({ destination, seconds, max }) => ({ destination, seconds, max }))
  )
  const change = (index: number, part: Partial<SendingLimit>) =>
    setLimits(limits.map((limit, i) => (i === index ? { ...limit, ...part } : limit)))

  const onSubmit = () => {
    save.mutate(
      { account: account.account, limits },
      {
        onSuccess: () => {
          toast.success(t("sending.limits.saved"))
          onClose()
        },
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("sending.limits.edit")}
      description={t("sending.limits.hint")}
      onSubmit={onSubmit}
      pending={save.isPending}
    >
      {limits.map((limit, i) => (
        <LimitFields
          key={i}
          number={i + 1}
          limit={limit}
          onChange={(part) => change(i, part)}
          onRemove={() => setLimits(limits.filter((_, at) => at !== i))}
        />
      ))}
      <Text size="small" className="text-ui-fg-subtle">
        {limits.length ? t("sending.limits.destinationHint") : t("sending.limits.none")}
      </Text>
      <div>
        <Button
          size="small"
          variant="secondary"
          type="button"
          onClick={() => setLimits([...limits, NEW])}
        >
          <Plus /> {t("sending.limits.add")}
        </Button>
      </div>
    </FormDrawer>
  )
}

type LimitFieldsProps = {
  number: number
  limit: SendingLimit
  onChange: (part: Partial<SendingLimit>) => void
  onRemove: () => void
}

function LimitFields({ number, limit, onChange, onRemove }: LimitFieldsProps) {
  const { t } = useTranslation("engage")
  const name = (key: string) => `${t(`sending.limits.${key}`)} (${number})`
  return (
    <div
      role="group"
      aria-label={`${t("sending.limits.title")} ${number}`}
      className="grid grid-cols-[1fr_96px_120px_auto] items-center gap-2"
    >
      <Input
        size="small"
        aria-label={name("destination")}
        placeholder={t("sending.limits.everywhere")}
        value={limit.destination}
        onChange={({ target }) => onChange({ destination: target.value })}
      />
      <Input
        size="small"
        type="number"
        min={1}
        required
        aria-label={name("max")}
        value={limit.max || ""}
        onChange={({ target }) => onChange({ max: Math.trunc(Number(target.value)) })}
      />
      <Select
        size="small"
        value={String(limit.seconds)}
        onValueChange={(seconds) => onChange({ seconds: Number(seconds) })}
      >
        <Select.Trigger aria-label={name("per")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {LIMIT_WINDOWS.map((seconds) => (
            <Select.Item key={seconds} value={String(seconds)}>
              {t("sending.limits.perOption", { per: t(`sending.limits.per_${seconds}`) })}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        aria-label={`${t("sending.limits.remove")} ${number}`}
        onClick={onRemove}
      >
        <Trash />
      </IconButton>
    </div>
  )
}
