// Packs a folder into a zip whose bytes depend on nothing but the files: fixed order, fixed time.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1; // 1 January 2026, midnight
const UTF8_NAMES = 0x0800;

export function zip(folder) {
  const parts = [];
  const index = [];
  let offset = 0;
  for (const name of filesIn(folder)) {
    const data = readFileSync(join(folder, name));
    const packed = deflateRawSync(data, { level: 9 });
    const common = header(name, data, packed);
    const local = Buffer.concat([u32(0x04034b50), common, Buffer.from(name)]);
    // central entry: version made by, common header, comment length, disk, attributes, place of the local header
    index.push(Buffer.concat([u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)]));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(index);
  const count = index.length;
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(central.length), u32(offset), u16(0)]);
  return Buffer.concat([...parts, central, end]);
}

/** From "version needed" to "extra length": the same in a local header and in the index. */
function header(name, data, packed) {
  const sizes = [u32(crcOf(data)), u32(packed.length), u32(data.length)];
  return Buffer.concat([u16(20), u16(UTF8_NAMES), u16(8), u16(0), u16(DOS_DATE), ...sizes, u16(Buffer.byteLength(name)), u16(0)]);
}

function filesIn(folder, below = '') {
  return readdirSync(join(folder, below))
    .sort()
    .flatMap((name) => {
      const path = below ? `${below}/${name}` : name;
      return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
    });
}

/** CRC-32 as zip has it (polynomial 0xEDB88320, reflected). Node has one of its own only from 20.15. */
function crcOf(data) {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
