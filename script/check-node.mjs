// Plain JavaScript on purpose: it must run on any Node to say why the program cannot start on an old one.
const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  process.stderr.write(
    `Golden Thread needs Node 26 or later; this is Node ${process.versions.node}.\n` +
      'Run ./script/bootstrap: it installs the Node this project pins (Linux and Windows). On macOS install Node 26 first.\n',
  )
  process.exit(1)
}
const [, , program, ...args] = process.argv
process.argv = [process.argv[0], program, ...args]
await import(program)
