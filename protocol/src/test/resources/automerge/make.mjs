// Writes one pair of files per case: NAME.changes (all change chunks, in order) and NAME.txt (what a reader must see).
import * as A from "@automerge/automerge"
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"

const out = process.argv[2]
const ACTORS = ["0a".repeat(16), "1b".repeat(16), "2c".repeat(16)]
const time = 1700000000

const change = (doc, callback, message) => A.change(doc, { time, message }, callback)

function show(doc, value, path) {
  if (value === null) return "null"
  if (value instanceof Date) return `t:${value.getTime()}`
  if (value instanceof Uint8Array) return `b:${short(Buffer.from(value).toString("hex"))}`
  if (A.isCounter(value)) return `c:${value.value}`
  if (A.isImmutableString(value)) return `s:${short(value.toString())}`
  if (typeof value === "string") return `text:${short(value)}${showMarks(doc, path)}`
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return `[${value.map((v, i) => show(doc, v, [...path, i])).join(",")}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map(k => `${k}=${show(doc, value[k], [...path, k])}`).join(",")}}`
}

function short(text) {
  return text.length <= 100 ? text : `${text.length}#${createHash("sha256").update(text).digest("hex")}`
}

function showMarks(doc, path) {
  const marks = A.marks(doc, path).map(m => `${m.start}-${m.end} ${m.name}=${m.value}`).sort()
  return marks.length === 0 ? "" : `<${marks.join("|")}>`
}

function save(name, doc) {
  const changes = A.getAllChanges(doc)
  writeFileSync(`${out}/${name}.changes`, Buffer.concat(changes))
  writeFileSync(`${out}/${name}.txt`, show(doc, doc, []) + "\n")
  console.log(name, changes.length, "changes", changes.map(c => c.length).join(" "))
}

const s = text => new A.ImmutableString(text)

let doc = change(A.init(ACTORS[0]), d => {
  d.soup = s("lentil"); d.portions = 4; d.cost = 2.5; d.hot = true; d.left = false; d.cook = null
}, "soup on Tuesday")
doc = change(doc, d => { d.address = { street: s("Long Lane"), door: { number: 7, bell: s("Müller 🔔") } } })
doc = change(doc, d => { d.portions = 3; d.address.door.number = 8; delete d.cook; delete d.address.street })
save("maps", doc)

doc = change(A.init(ACTORS[0]), d => { d.list = [s("bread"), 2, [s("salt"), { grams: 500 }]] })
doc = change(doc, d => { d.list.push(s("milk"), s("eggs")); A.insertAt(d.list, 1, s("butter")) })
doc = change(doc, d => { A.deleteAt(d.list, 0); d.list[0] = s("oil"); d.list[2][1].grams = 250 })
save("lists", doc)

doc = change(A.init(ACTORS[0]), d => { d.note = "The ladder is in the shed" })
doc = change(doc, d => {
  A.mark(d, ["note"], { start: 4, end: 10, expand: "both" }, "bold", true)
  A.mark(d, ["note"], { start: 0, end: 3, expand: "none" }, "link", "door")
})
doc = change(doc, d => { A.splice(d, ["note"], 10, 0, "s"); A.splice(d, ["note"], 12, 2, "are") })
doc = change(doc, d => { A.unmark(d, ["note"], { start: 0, end: 2 }, "link") })
doc = change(doc, d => { A.updateText(d, ["note"], "The ladders are in Ana's shed 🪜") })
save("text-with-marks", doc)

doc = change(A.init(ACTORS[0]), d => { d.visits = new A.Counter(2); d.tallies = [new A.Counter(), new A.Counter(-5)] })
doc = change(doc, d => { d.visits.increment(3); d.tallies[0].increment(1) })
doc = change(doc, d => { d.visits.decrement(1); d.tallies[1].increment(100) })
save("counters", doc)

doc = change(A.init(ACTORS[0]), d => {
  d.since = new Date(1700000000123); d.before = new Date(-905182979000); d.when = [new Date(0)]
})
save("timestamps", doc)

doc = change(A.init(ACTORS[0]), d => { d.a = 1; d.b = { c: [1, 2, 3], t: "gone" }; d.list = [1, 2, 3, 4, 5] })
doc = change(doc, d => { delete d.a; delete d.b.c; A.deleteAt(d.list, 1, 3) })
doc = change(doc, d => { delete d.b })
doc = A.emptyChange(doc, { message: "nothing", time })
save("deletes", doc)

doc = change(A.init(ACTORS[0]), d => {
  d.thumbnail = new Uint8Array(20000).map((_, i) => (i * 7919 + (i >> 3)) & 0xff)
  d.letter = s("dear neighbour, ".repeat(1000))
  d.essay = "the gate stays open at night. ".repeat(100)
  d.max = new A.Uint(Number.MAX_SAFE_INTEGER); d.min = new A.Int(-Number.MAX_SAFE_INTEGER); d.tiny = new A.Float64(3)
})
doc = change(doc, d => { for (let i = 0; i < 300; i++) d[`key-${i}`] = { i, half: i / 2 } })
save("large-values", doc)

let ana = change(A.init(ACTORS[1]), d => { d.title = s("street party"); d.tasks = [s("tables")]; d.text = "bring chairs"; d.n = new A.Counter(1) })
let ben = A.clone(ana, ACTORS[0])
let cem = A.clone(ana, ACTORS[2])
ana = change(ana, d => { d.title = s("summer party"); d.tasks.push(s("lamps")); A.splice(d, ["text"], 0, 5, "take"); d.n.increment(1) })
ben = change(ben, d => { d.title = s("block party"); d.tasks.push(s("grill")); A.splice(d, ["text"], 12, 0, " and cake"); d.n.increment(10) })
cem = change(cem, d => { d.title = s("party"); A.deleteAt(d.tasks, 0); A.mark(d, ["text"], { start: 0, end: 12, expand: "after" }, "bold", true); d.n.increment(100) })
ana = A.merge(ana, ben)
ana = A.merge(ana, cem)
ana = change(ana, d => { d.title = s("party in the lane"); A.deleteAt(d.tasks, 0); A.splice(d, ["text"], 0, 9, "") })
ben = A.merge(ben, ana)
ben = change(ben, d => { delete d.title; d.tasks = [] })
save("several-actors", ben)

doc = change(A.init(ACTORS[0]), d => { d.page = "Hello" })
doc = change(doc, d => { A.splitBlock(d, ["page"], 0, { type: new A.ImmutableString("heading"), parents: [], attrs: {} }) })
doc = change(doc, d => { A.splice(d, ["page"], 6, 0, " street") })
writeFileSync(`${out}/blocks.changes`, Buffer.concat(A.getAllChanges(doc)))
console.log(A.releaseInfo())
