import { keptIp } from "../ip"

describe("a network address", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0"],
    ["::ffff:203.0.113.77", "203.0.113.0"],
    ["2001:db8:85a3:1:2:3:4:5", "2001:db8:85a3::"],
    ["2001:db8::5", "2001:db8:0::"],
    ["fe80::1%eth0", "fe80:0:0::"],
    ["::1", "0:0:0::"],
    ["not an address", null],
    ["", null],
    [null, null],
  ])("%s is cut to %s", (ip, cut) => expect(keptIp(ip, "cut")).toBe(cut))

  it("is kept whole or not at all", () => {
    expect(keptIp("203.0.113.77", "whole")).toBe("203.0.113.77")
    expect(keptIp("203.0.113.77", "none")).toBeNull()
    expect(keptIp(undefined, "whole")).toBeNull()
  })
})
