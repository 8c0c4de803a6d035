//! People, places and organisations in news copy: mentions, titles, joining, linking.
