export * from './reading-room.js';
