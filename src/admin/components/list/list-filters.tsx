import { Select } from "@medusajs/ui"
import type { useListParams } from "../../hooks/use-list-params"

const ANY = "any"

type Params = ReturnType<typeof useListParams>

type StatusFilterProps = {
  params: Params
  /** Parameter of the address that says what is chosen. */
  name?: string
  /** What it is called to those who do not see it. */
  label: string
  /** What it says while nothing is chosen. */
  any: string
  options: { value: string; label: string }[]
}

/** Shows only what has one status, or is of one kind, by the address of the page. */
export function StatusFilter({ params, name = "status", label, any, options }: StatusFilterProps) {
  return (
    <div className="w-full md:w-[180px]">
      <Select
        size="small"
        value={params.param(name) ?? ANY}
        onValueChange={(chosen) => params.change({ [name]: chosen === ANY ? undefined : chosen })}
      >
        <Select.Trigger aria-label={label}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ANY}>{any}</Select.Item>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
