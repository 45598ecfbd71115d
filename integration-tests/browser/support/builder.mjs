/** The rule builder, as a person uses it. */
import { placeOf } from "./expect.mjs"

/** @param {import("playwright-core").Page} page */
export function ruleBuilder(page) {
  const main = page.getByRole("main")
  const groups = main.getByRole("group", { name: /group/i })

  /** The rows of conditions inside of something, by the field in which their comparison is chosen. */
  const comparisons = (within = main) => within.getByRole("combobox", { name: "How to compare" })
  const grip = (row) => row.getByRole("button", { name: /^Move: press space/ })

  /** Adds a condition to a group, as it is at first. */
  const add = async (search, label, group = groups.first()) => {
    await group.getByRole("button", { name: "Add condition" }).last().click()
    await page.getByRole("combobox", { name: "What the condition is about" }).fill(search)
    await page.getByRole("option", { name: label }).first().click()
  }

  return {
    main,
    groups,
    comparisons,
    grip,
    count: page.getByTestId("preview-count"),
    add,
    /** Adds a condition to a group, and compares it with a number that is the least. */
    addAtLeast: async (search, label, value, group = groups.first()) => {
      await add(search, label, group)
      await comparisons(group).last().click()
      await page.getByRole("option", { name: "is at least" }).click()
      await group.getByRole("textbox", { name: "Value" }).last().fill(value)
    },
    /** Narrows the facts of the last row down by a field of theirs. */
    only: async (field) => {
      await main
        .getByRole("button", { name: /^(Only some of them|Narrow down further)$/ })
        .last()
        .click()
      await page.getByRole("combobox", { name: "Only some of them" }).fill(field)
      await page.getByRole("option", { name: field }).first().click()
    },
    /** Gives the last list of values one that begins so. */
    value: async (text) => {
      await main.getByRole("button", { name: "Choose…" }).first().click()
      await page.getByRole("option", { name: text }).first().click()
      await page.keyboard.press("Escape")
    },
    /** Chooses from the menu of a row or group, named by its position among all of them. */
    choose: async (position, item) => {
      await groups.first().getByRole("button", { name: "More actions" }).nth(position).click()
      await page.getByRole("menuitem", { name: item }).click()
    },
    /** Drags by the grip to the middle of something, as a hand does. */
    drag: async (handle, target) => {
      await placeOf(handle)
      await handle.hover()
      await page.mouse.down()
      const { x, y, width, height } = await placeOf(target)
      await page.mouse.move(x + width / 2, y + height - 8, { steps: 12 })
      await page.mouse.up()
    },
    save: async () => {
      await main.getByRole("button", { name: "Save" }).click()
      await page.waitForURL(/\/engage\/segments\/(?!create)[^/]+$/)
      return page.url().split("/").pop()
    },
  }
}
