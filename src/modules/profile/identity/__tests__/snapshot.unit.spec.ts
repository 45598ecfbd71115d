import { combine, separate } from "../snapshot"

const kept = {
  first_name: "Ada",
  city: null,
  created_at: "2025-05-01",
  custom: { a: 1 },
  assigned: null,
}
const gone = {
  first_name: "A.",
  city: "Bonn",
  created_at: "2024-05-01",
  custom: { a: 2, b: 3 },
  assigned: null,
}

it("keeps the kept person's values, fills gaps from the other, and takes the earlier beginning", () => {
  expect(combine(kept, gone)).toEqual({
    first_name: "Ada",
    city: "Bonn",
    created_at: "2024-05-01",
    has_account: false,
    custom: { a: 1, b: 3 },
    assigned: null,
  })
})

it("takes back what the merge brought and leaves what changed since", () => {
  const merged = combine(kept, gone)
  expect(separate(kept, merged, { ...merged, first_name: "Ada Maria" })).toMatchObject({
    first_name: "Ada Maria",
    city: null,
    created_at: "2025-05-01",
    custom: { a: 1 },
  })
})
