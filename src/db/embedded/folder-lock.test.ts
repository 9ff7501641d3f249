import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lockFolder } from './folder-lock.ts'

const root = mkdtempSync(join(tmpdir(), 'golden-thread-lock-'))
after(() => rmSync(root, { recursive: true }))
mkdirSync(join(root, 'one'))
mkdirSync(join(root, 'two'))
symlinkSync(join(root, 'one'), join(root, 'also-one'))

// 'darwin' stands for every system that has neither abstract sockets nor named pipes.
for (const platform of ['linux', 'darwin'] as const) {
  const lock = (name: string) => lockFolder(join(root, name), platform)

  test(`on ${platform} a folder is one holder's at a time, by whatever name it is called`, async () => {
    const held = await lock('one')
    assert.ok(held)
    assert.equal(await lock('one'), undefined)
    assert.equal(await lock('also-one'), undefined)
    const other = await lock('two')
    assert.ok(other)
    await held.release()
    const again = await lock('also-one')
    assert.ok(again)
    await Promise.all([again.release(), other.release()])
  })

  test(`on ${platform} another process's lock holds while it lives and ends when it is killed`, async () => {
    const holder = await holdElsewhere(join(root, 'one'), platform)
    assert.equal(await lock('one'), undefined)
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder.on('close', resolve))
    const mine = await lock('one')
    assert.ok(mine)
    await mine.release()
  })
}

function holdElsewhere(folder: string, platform: string): Promise<ChildProcess> {
  const program = `
    import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)}
    const lock = await lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(platform)})
    console.log(lock ? 'held' : 'refused')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (said) => {
      if (String(said).includes('held')) resolve(child)
      else reject(new Error('the other process could not take the lock'))
    })
    child.on('error', reject)
  })
}
