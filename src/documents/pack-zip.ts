// Packs parts into a plain zip file without compression.
// In: parts by name. Out: the bytes of a zip file that every reader understands in the same way.
// exceljs brings its own unzipper, which reads a crafted file otherwise than yauzl inspected it;
// it gets this file instead. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.

import { crc32 } from 'node:zlib';

const VERSION = 20;
const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;

export function packZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name);
    const shared = sharedFields(nameBytes.length, content);
    const local = Buffer.concat([number32(LOCAL_SIGNATURE), shared, nameBytes]);
    directory.push(centralStart(), shared, centralEnd(offset), nameBytes);
    locals.push(local, content);
    offset += local.length + content.length;
  }
  const directoryBytes = Buffer.concat(directory);
  return Buffer.concat([...locals, directoryBytes, end(parts.size, directoryBytes.length, offset)]);
}

/** What both headers of a part say: version, checksum, sizes packed and unpacked, name length. */
function sharedFields(nameLength: number, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function centralStart(): Buffer {
  const fields = Buffer.alloc(6);
  fields.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  fields.writeUInt16LE(VERSION, 4);
  return fields;
}

/** Comment, disk and attributes are zero; the last field says where the local header starts. */
function centralEnd(localOffset: number): Buffer {
  const fields = Buffer.alloc(14);
  fields.writeUInt32LE(localOffset, 10);
  return fields;
}

function end(count: number, directorySize: number, directoryOffset: number): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt32LE(END_SIGNATURE, 0);
  fields.writeUInt16LE(count, 8);
  fields.writeUInt16LE(count, 10);
  fields.writeUInt32LE(directorySize, 12);
  fields.writeUInt32LE(directoryOffset, 16);
  return fields;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
