import { treemap } from "../admin/lib/treemap"

describe("treemap", () => {
  it("gives the published example its tiles", () => {
    const boxes = treemap([6, 6, 4, 3, 2, 2, 1], 6, 4)
    expect(boxes.slice(0, 2)).toEqual([
      { x: 0, y: 0, width: 3, height: 2 },
      { x: 0, y: 2, width: 3, height: 2 },
    ])
    expect(boxes[2]).toMatchObject({ x: 3, y: 0 })
    expect(boxes[2].height).toBeCloseTo(7 / 3)
    expect(boxes[2].width).toBeCloseTo(12 / 7)
  })

  it("keeps areas proportional and inside the whole", () => {
    const values = [50, 20, 9, 9, 4, 1]
    const boxes = treemap(values, 100, 40)
    boxes.forEach(({ x, y, width, height }, i) => {
      expect(width * height).toBeCloseTo((values[i] / 93) * 4000)
      expect(x + width).toBeLessThan(100.001)
      expect(y + height).toBeLessThan(40.001)
    })
  })

  it("has no tile for nothing", () => {
    expect(treemap([], 100, 40)).toEqual([])
  })
})
