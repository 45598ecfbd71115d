/** An SMTP sink that takes everything and keeps nothing but a count: as little work as a server can do. */
import net from "node:net"

const END = Buffer.from("\r\n.\r\n")
let messages = 0
let bytes = 0

const server = net.createServer((socket) => {
  socket.setNoDelay(true)
  socket.on("error", () => {})
  socket.write("220 sink\r\n")
  let inBody = false
  let line = ""
  let tail = Buffer.alloc(0)
  socket.on("data", (piece) => {
    bytes += piece.length
    let at = 0
    while (at < piece.length) {
      if (inBody) {
        // The end may be split between two pieces: look at the last bytes of the one before, too.
        const seam = tail.length
          ? Buffer.concat([tail, piece.subarray(at, at + 4)]).indexOf(END)
          : -1
        const found = seam >= 0 ? at + seam - tail.length : piece.indexOf(END, at)
        if (found < 0 && seam < 0) {
          tail = Buffer.from(piece.subarray(Math.max(at, piece.length - 4)))
          return
        }
        at = found + END.length
        inBody = false
        messages += 1
        socket.write("250 taken\r\n")
        continue
      }
      const end = piece.indexOf(10, at)
      if (end < 0) {
        line += piece.toString("latin1", at)
        return
      }
      line += piece.toString("latin1", at, end)
      at = end + 1
      const verb = line.slice(0, 4).toUpperCase()
      line = ""
      if (verb === "DATA") {
        inBody = true
        tail = Buffer.alloc(0)
        socket.write("354 go on\r\n")
      } else if (verb === "EHLO") socket.write("250-sink\r\n250 PIPELINING\r\n")
      else if (verb === "QUIT") return socket.end("221 bye\r\n")
      else socket.write("250 ok\r\n")
    }
  })
})

server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }))
process.on("message", () => process.send({ messages, bytes, cpu: process.cpuUsage() }))
process.on("disconnect", () => process.exit())
