import { Heading, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { FieldValue } from "../../../types/field"
import {
  EDITABLE_ATTRIBUTES,
  type EditableAttribute,
  type ProfileDetail,
} from "../../../types/profile"
import { useUpdateProfile } from "../../hooks/api/profiles"
import { FieldInput } from "./field-input"
import { FormDrawer } from "../common/form-drawer"

const TYPES: Partial<Record<EditableAttribute, "email" | "tel" | "date">> = {
  email: "email",
  phone: "tel",
  birthday: "date",
}

type Values = Record<string, FieldValue>

/** Changes what is known of a person; only what was touched is written. */
export function EditDrawer({ profile, onClose }: { profile: ProfileDetail; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const [attributes, setAttributes] = useState<Values>({})
  const [fields, setFields] = useState<Values>({})
  const update = useUpdateProfile(profile.id)
  const known = knownAttributes(profile)
  const touched = Object.keys(attributes).length + Object.keys(fields).length > 0

  const save = async () => {
    try {
      await update.mutateAsync({
        attributes: cleaned(attributes) as Record<EditableAttribute, string | null>,
        fields: cleaned(fields),
      })
      toast.success(t("profiles.edit.saved"))
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  const options = (key: EditableAttribute) =>
    key === "gender"
      ? ["female", "male", "other"].map((value) => ({
          value,
          label: t(`profiles.gender.${value}`),
        }))
      : undefined

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("profiles.edit.title")}
      description={t("profiles.edit.description")}
      onSubmit={save}
      ready={touched}
      pending={update.isPending}
    >
      {EDITABLE_ATTRIBUTES.map((key) => (
        <FieldInput
          key={key}
          id={`edit-${key}`}
          label={t(`profiles.attribute.${key}`)}
          type={TYPES[key] ?? (key === "gender" ? "enum" : "string")}
          options={options(key)}
          value={key in attributes ? attributes[key] : known[key]}
          onChange={(value) => setAttributes((before) => ({ ...before, [key]: value }))}
          disabled={key === "email" && profile.has_account}
          hint={hintOf(key, profile, t)}
        />
      ))}
      {profile.fields.length > 0 && (
        <Heading level="h3" className="pt-2">
          {t("profiles.facts.own")}
        </Heading>
      )}
      {profile.fields.map((field) => (
        <FieldInput
          key={field.key}
          id={`edit-field-${field.key}`}
          label={field.label}
          type={field.type}
          options={field.options}
          value={field.key in fields ? fields[field.key] : field.value}
          onChange={(value) => setFields((before) => ({ ...before, [field.key]: value }))}
          hint={field.description || undefined}
        />
      ))}
    </FormDrawer>
  )
}

function hintOf(key: EditableAttribute, profile: ProfileDetail, t: (key: string) => string) {
  if (key === "email" && profile.has_account) return t("profiles.edit.emailHint")
  if (key === "country") return t("profiles.edit.countryHint")
  if (key === "language") return t("profiles.edit.languageHint")
  return undefined
}

function knownAttributes(profile: ProfileDetail): Record<EditableAttribute, string | null> {
  const { contact, ...rest } = profile
  return {
    ...rest,
    email: contact.email.raw ?? profile.email,
    phone: contact.phone.raw ?? profile.phone,
  }
}

/** Texts without spaces around; lists without empty entries. */
function cleaned(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (Array.isArray(value)) {
        const list = value.map((v) => v.trim()).filter(Boolean)
        return [key, list.length ? list : null]
      }
      return [key, typeof value === "string" ? value.trim() || null : value]
    })
  )
}
