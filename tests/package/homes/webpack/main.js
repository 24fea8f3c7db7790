import 'reading-room';
