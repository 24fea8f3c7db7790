// A script for the tag <script>: it registers the element and gives out nothing.
import './reading-room.js';
